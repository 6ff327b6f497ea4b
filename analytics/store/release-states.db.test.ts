import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { firstState, nextState, releaseStates, transitions, type ReleaseState } from '../contract/release-state.ts';
import { openPool } from '../postgres/pool.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
let pool: ReturnType<typeof openPool>;
const ids = {} as Record<ReleaseState, number>;
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	pool = openPool(url, 1);
	const content = (period: string, marker: string) => publication(period, marker, [figure('NL', 0.1)]);
	for (const until of ['draft', 'checked', 'published'] as const)
		ids[until] = (await store.publish(content(until, until), { until })).release;
	ids.superseded = (await store.publish(content('superseded', 'one'))).release;
	await store.publish(content('superseded', 'two'));
});
afterAll(async () => {
	await pool.end();
	await store.close();
});

/** As owner or publisher, in a transaction that is undone. */
async function undone<T>(role: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await client.query(`set local role ${role}`);
		return await work(client);
	} finally {
		await client.query('rollback');
		client.release();
	}
}

const stateOf = async (id: number) =>
	(await pool.query<{ state: string }>('select state from store.release where id = $1', [id])).rows[0]?.state;

it('the database knows the transitions of the code, the same first state, and no other state', async () => {
	const { rows } = await pool.query('select before as from, after as to from store.release_transition');
	expect(rows).toHaveLength(transitions.length);
	for (const { from, to } of transitions) expect(rows).toContainEqual({ from, to });
	const { rows: made } = await pool.query<{ first: string; check: string }>(
		`select column_default as first, pg_get_constraintdef(c.oid) as check
		from information_schema.columns, pg_constraint c
		where table_schema = 'store' and table_name = 'release' and column_name = 'state' and c.conname = 'release_state_check'`
	);
	expect(made[0]?.first).toContain(`'${firstState}'`);
	expect(made[0]?.check.match(/'\w+'::text/g)?.map((text) => text.slice(1, -7))).toEqual([...releaseStates]);
});

it('the table of transitions takes no change, not even from the owner in replication mode', async () => {
	for (const statement of [
		"insert into store.release_transition values ('superseded', 'published')",
		"update store.release_transition set after = 'published'",
		'delete from store.release_transition',
		'truncate store.release_transition'
	])
		await undone('none', async (client) => {
			await client.query('set local session_replication_role = replica');
			await expect(client.query(statement), statement).rejects.toMatchObject({ code: '23001' });
		});
});

const pairs = releaseStates.flatMap((from) => releaseStates.map((to) => ({ from, to })));

describe.each(['none', 'voorzicht_publisher'])('as role %s', (role) => {
	it.each(pairs)('$from -> $to', async ({ from, to }) => {
		const legal = transitions.some((step) => step.from === from && step.to === to);
		await undone(role, async (client) => {
			const update = client.query('update store.release set state = $2 where id = $1', [ids[from], to]);
			if (!legal) return expect(update).rejects.toThrow('cannot become');
			await update;
			// Without the pointer only a draft can take its step; the other two would leave it out of step at commit.
			const commit = client.query('set constraints all immediate');
			if (to === 'checked') await commit;
			else await expect(commit).rejects.toThrow('out of step');
		});
		expect(await stateOf(ids[from])).toBe(from);
	});

	it.each(releaseStates)('the pointer of an empty period takes no release that is %s, unless it is checked', (from) =>
		undone(role, async (client) => {
			const point = client.query(
				'insert into store.current_release (spec, period, release) select spec, $2, id from store.release where id = $1',
				[ids[from], from]
			);
			if (from === 'checked') await point;
			else await expect(point).rejects.toMatchObject({ code: expect.stringMatching(/^23/) as string });
		})
	);

	it.each(releaseStates)('no release is stored as %s, unless as a draft', (state) =>
		undone(role, async (client) => {
			const insert = client.query(
				`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, rho, delta, epsilon, conversion,
					manifest, bundle_hash, figures, signals, state)
				select spec, title_nl, title_en, period, 99, unit, tree, rho, delta, epsilon, conversion, manifest, bundle_hash,
					figures, signals, $2 from store.release where id = $1`,
				[ids.draft, state]
			);
			if (state === firstState) await insert;
			else await expect(insert).rejects.toThrow('starts as a draft');
		})
	);

	it('the pointer goes neither back nor to another period', () =>
		undone(role, async (client) => {
			const back = "update store.current_release set release = $1 where period = 'superseded'";
			await client.query('savepoint start');
			for (const id of [ids.superseded, ids.checked, ids.published]) {
				await expect(client.query(back, [id])).rejects.toMatchObject({ code: expect.stringMatching(/^23/) as string });
				await client.query('rollback to start');
			}
		}));
});

it('the pointer takes no older release than it has, checked or not', async () => {
	const older = await store.publish(publication('order', 'first', []), { until: 'checked' });
	await store.publish(publication('order', 'second', []));
	await undone('none', async (client) => {
		await expect(
			client.query("update store.current_release set release = $1 where period = 'order'", [older.release])
		).rejects.toThrow('later version');
	});
});

it('a release whose figures are not all there cannot be checked', async () => {
	await undone('none', async (client) => {
		const { rows } = await client.query<{ id: number }>(
			`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, rho, delta, epsilon, conversion,
				manifest, bundle_hash, figures, signals)
			select spec, title_nl, title_en, period, 99, unit, tree, rho, delta, epsilon, conversion, manifest, bundle_hash, 1, 0
			from store.release where id = $1 returning id`,
			[ids.draft]
		);
		await expect(
			client.query("update store.release set state = 'checked' where id = $1", [rows[0]!.id])
		).rejects.toThrow('not exactly its figures');
	});
});

it('a switch of the pointer publishes one and supersedes the other, and the history says when and by whom', async () => {
	const first = await store.publish(publication('switch', 'first', []));
	const second = await store.publish(publication('switch', 'second', []));
	expect(await stateOf(first.release)).toBe('superseded');
	expect(await stateOf(second.release)).toBe('published');
	const [later, earlier] = (await store.releases()).filter(({ period }) => period === 'switch');
	expect(earlier?.history.map(({ state }) => state)).toEqual([...releaseStates]);
	expect(later?.history.map(({ state }) => state)).toEqual(releaseStates.slice(0, 3));
	for (const { login, application } of later!.history)
		expect({ login, application }).toEqual({ login: 'voorzicht_owner', application: 'voorzicht' });
	for (const statement of [
		'update store.release_history set login = $1',
		'delete from store.release_history where $1 <> $1'
	])
		await undone('none', (client) => expect(client.query(statement, ['x'])).rejects.toMatchObject({ code: '23001' }));
});

it('lists rho without the rounding of a double, and tells tested changes from signals', async () => {
	const given = publication('rounding', 'rounding', []);
	const signals = [...given.signals, { ...given.signals[0]!, region: 'GM2', is_signal: true }];
	const plan = { ...given.manifest.plan, rho: 0.1 + 0.2 };
	const published = await store.publish({ ...given, signals, manifest: { ...given.manifest, plan } });
	const listed = (await store.releases()).find(({ id }) => id === published.release);
	expect(listed).toMatchObject({ rho: 0.3, tested: 2, signals: published.signals });
	expect(published.signals).toBe(1);
});

it('every state has a way to publication, or none any more', () => {
	expect(releaseStates.map(nextState)).toEqual(['checked', 'published', 'superseded', null]);
});
