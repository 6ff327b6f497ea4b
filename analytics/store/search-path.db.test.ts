import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { openStore, type Store } from './store.ts';

// A session chooses in which schemas names and operators are looked up. What guards the store does not follow it.

let store: Store;
let owner: pg.Client;
const ids: Record<string, number> = {};
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	for (const until of ['draft', 'published'] as const)
		ids[until] = (await store.publish(publication(until, until, [figure('NL', 0.1)]), { until })).release;
	owner = new pg.Client({ connectionString: url });
	await owner.connect();
	await owner.query('create schema evil');
	// Nothing differs, and everything is equal.
	for (const type of ['bigint', 'integer', 'text', 'boolean', 'jsonb'])
		await owner.query(
			`create function evil.never(${type}, ${type}) returns boolean language plpgsql as 'begin return false; end';
			create function evil.always(${type}, ${type}) returns boolean language plpgsql as 'begin return true; end';
			create operator evil.<> (leftarg = ${type}, rightarg = ${type}, function = evil.never);
			create operator evil.= (leftarg = ${type}, rightarg = ${type}, function = evil.always)`
		);
	await owner.query('grant usage on schema evil to voorzicht_publisher');
});
afterAll(async () => {
	await owner.end();
	await store.close();
});

/** As the publisher whose session looks in `evil` first, in a transaction that is undone. */
async function evil(work: () => Promise<void>, before = ''): Promise<void> {
	await owner.query('begin');
	try {
		await owner.query(`${before}; set local role voorzicht_publisher; set local search_path = evil, pg_catalog`);
		await work();
	} finally {
		await owner.query('rollback');
	}
}

const addGroup = () => owner.query(`insert into store.grouping values ($1, 9, 'sex', 'x')`, [ids.published]);
const statements: [statement: string, refusal: string, id: string][] = [
	["insert into store.grouping values ($1, 9, 'sex', 'x')", 'drafts only', 'published'],
	["update store.release set state = 'published' where id operator(pg_catalog.=) $1", 'cannot become', 'draft'],
	['update store.current_release set release = $1 where true', 'later version', 'draft'],
	['delete from store.figure where release operator(pg_catalog.=) $1', 'permission denied', 'draft']
];

it.each(statements)('still refuses: %s', (statement, refusal, id) =>
	evil(() => expect(owner.query(statement, [ids[id]])).rejects.toThrow(refusal))
);

it('the operators would get past a guard that followed the session', () =>
	evil(async () => {
		expect((await addGroup()).rowCount).toBe(1);
	}, 'alter function store.guard_content() reset search_path'));

it('every function of the store has a search path of its own, with temporary objects last', async () => {
	const { rows } = await owner.query<{ name: string; settings: string[] | null }>(
		`select oid::regproc::text as name, proconfig as settings from pg_proc where pronamespace = 'store'::regnamespace`
	);
	expect(rows.length).toBeGreaterThan(10);
	for (const { name, settings } of rows)
		expect({ name, settings }).toEqual({
			name,
			settings: expect.arrayContaining(['search_path=pg_catalog, pg_temp']) as unknown
		});
});
