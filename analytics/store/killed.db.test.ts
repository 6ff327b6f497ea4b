import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { warning } from '../../tests/database/warning.ts';
import { openStore, type Store } from './store.ts';

// A publication that is killed leaves the old release whole, and nobody ever sees half of the new one.

/** More than go in with one statement. */
const FIGURES = 30_000;
const LOCK = 4_711;
let url: string;
let store: Store;
let owner: pg.Client;
let reader: pg.Client;
beforeAll(async () => {
	url = await freshDatabase();
	store = await openStore(url);
	await store.publish({ ...publication('2023', 'old', [figure('NL', 0.1), figure('GM1', 0.2)]), warning });
	owner = new pg.Client({ connectionString: url });
	reader = new pg.Client({ connectionString: await store.readerUrl() });
	await owner.connect();
	await reader.connect();
});
afterAll(async () => {
	await reader.end();
	await owner.end();
	await store.close();
});

/** Everything that a reader can see of releases. */
async function seen(): Promise<unknown> {
	const views = [
		...['release', 'release_history', 'figure', 'signal', 'indicator', 'superseded_figure'],
		...['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'event_group', 'indicator_card']
	];
	const all = [];
	for (const view of views) all.push((await reader.query(`select * from published.${view} t order by t::text`)).rows);
	return all;
}

const SCRIPT = `
	import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'store.ts'))};
	import { figure, publication } from ${JSON.stringify(join(import.meta.dirname, '../../tests/database/publication.ts'))};
	import { warning } from ${JSON.stringify(join(import.meta.dirname, '../../tests/database/warning.ts'))};
	const store = await openStore(process.env.URL);
	const many = Array.from({ length: ${FIGURES} }, (_, i) => figure('NL', 0.5, ['sex', 'c' + i]));
	await store.publish({ ...publication('2023', 'new', many), warning: { ...warning, watch: [] } });
	await store.close();
`;

/** Reads what was published before, and never comes to an end with what follows from it. */
const COMPUTING = `
	import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'store.ts'))};
	const store = await openStore(process.env.URL);
	await store.publishAfter(async (earlier) => {
		process.stdout.write((await earlier.periods('example')).join());
		for (;;) await new Promise((resolve) => setTimeout(resolve, 1_000));
	});
`;

/** A process that publishes another release of the same period, and stands still at a place in its own code. */
function publishing(failpoint?: string, script = SCRIPT) {
	const faults = { VOORZICHT_TEST_BUILD: 'yes', VOORZICHT_TEST_FAILPOINT: failpoint, VOORZICHT_TEST_ACTION: 'wait' };
	const conditions = failpoint === undefined ? [] : ['--conditions=voorzicht-test'];
	return spawn(process.execPath, [...conditions, '--input-type=module-typescript', '-e', script], {
		env: { PATH: process.env.PATH, URL: url, ...(failpoint === undefined ? {} : faults) },
		stdio: ['ignore', 'pipe', 'inherit']
	});
}

/** What the process said first; nothing when it ended without a word. */
async function told(child: ReturnType<typeof publishing>): Promise<string> {
	const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as unknown[];
	return String(said).trim();
}

async function killed(child: ReturnType<typeof publishing>): Promise<void> {
	child.kill('SIGKILL');
	expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

/** Resolves when no other session is in a transaction: what a killed process held is given up. */
async function quiet(): Promise<void> {
	for (;;) {
		const { rowCount } = await owner.query(
			`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`
		);
		if (rowCount === 0) return;
	}
}

it('killed in the middle of inserting, when the server waits with half of the figures', async () => {
	const before = await seen();
	// When the first of two batches of figures is in, inserting waits for a lock that this session holds.
	await owner.query(`create function public.wait() returns trigger language plpgsql as $$
		begin perform pg_advisory_lock_shared(${LOCK}); return null; end $$`);
	await owner.query(
		'create trigger wait after insert on store.figure for each statement execute function public.wait()'
	);
	await owner.query('grant execute on function public.wait to public');
	await owner.query(`select pg_advisory_lock(${LOCK})`);
	const child = publishing();
	const waiting = `select from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`;
	while ((await owner.query(waiting)).rowCount === 0) expect(child.exitCode).toBeNull();
	expect(await seen()).toEqual(before);
	await killed(child);
	expect(await seen()).toEqual(before);
	await owner.query(`select pg_advisory_unlock(${LOCK})`);
	await quiet();
	await owner.query('drop function public.wait cascade');
	expect(await seen()).toEqual(before);
});

it('killed while it computes what follows from earlier releases, which nobody replaces until then', async () => {
	const before = await seen();
	const child = publishing(undefined, COMPUTING);
	expect(await told(child)).toBe('2023');
	let isNext = false;
	const next = store.publishAfter(async (earlier) => {
		expect(await earlier.periods('example')).toEqual(['2023']);
		isNext = true;
		return [];
	});
	const waiting = `select from pg_locks where locktype = 'advisory' and not granted`;
	while ((await owner.query(waiting)).rowCount === 0) expect(child.exitCode).toBeNull();
	expect(isNext).toBe(false);
	await killed(child);
	expect(await next).toEqual([]);
	expect(await seen()).toEqual(before);
});

it.each(['publish-inserted', 'publish-switched'])('killed at %s, before the commit', async (failpoint) => {
	const before = await seen();
	const child = publishing(failpoint);
	expect(await told(child)).toBe(failpoint);
	expect(await seen()).toEqual(before);
	await killed(child);
	await quiet();
	expect(await seen()).toEqual(before);
	for (const table of ['figure', 'rank', 'indicator_card']) {
		const { rows } = await owner.query(`select count(distinct release)::int as releases from store.${table}`);
		expect(rows, table).toEqual([{ releases: 1 }]);
	}
});

it('killed after the commit, the new release is there whole, and publishing it again does nothing', async () => {
	const child = publishing('publish-committed');
	expect(await told(child)).toBe('publish-committed');
	await killed(child);
	const { rows } = await reader.query('select version, count(*)::int as figures from published.figure group by 1');
	expect(rows).toEqual([{ version: 2, figures: FIGURES }]);
	expect((await reader.query('select from published.watch')).rowCount).toBe(0);
	expect((await reader.query('select distinct version from published.rank')).rows).toEqual([{ version: 2 }]);
	expect(await store.publish(publication('2023', 'new', []))).toMatchObject({ already: true, version: 2 });
});
