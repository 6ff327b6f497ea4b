import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { openStore, type Store } from './store.ts';

// A checked release has exactly the figures that it announced, and regions for them, however sessions are interleaved.

let store: Store;
let one: pg.Client;
let other: pg.Client;
let draft: number;
let period = 2000;
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	[one, other] = await Promise.all([publisher(url), publisher(url)]);
});
beforeEach(async () => {
	draft = (await store.publish(content(), { until: 'draft' })).release;
});
afterAll(async () => {
	await one.end();
	await other.end();
	await store.close();
});

async function publisher(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query('set role voorzicht_publisher');
	return client;
}

const content = () => publication(String(++period), String(period), [figure('NL', 0.1)]);
const check = (client: pg.Client) => client.query("update store.release set state = 'checked' where id = $1", [draft]);
const addFigure = (client: pg.Client, region: number, others: number | null = null) =>
	client.query(
		`insert into store.figure select release, $2, coalesce($3, indicator), coalesce($3, grouping), 0, 0, 0, 0, 0, 0, 0, 0, 'A'
		from store.figure where release = $1 and region = 0`,
		[draft, region, others]
	);
const addRegion = (client: pg.Client, tree: number, position: number) =>
	client.query(
		`insert into store.region (tree, position, code, parent, name, level, depth) values ($1, $2, $3, 'NL', '', 'gemeente', 1)`,
		[tree, position, `GM${position}`]
	);
const treeOf = async (release: number) =>
	(await one.query<{ tree: number }>('select tree from store.release where id = $1', [release])).rows[0]!.tree;

async function inTransaction(client: pg.Client, isolation: string, work: () => Promise<unknown>): Promise<void> {
	await client.query(`begin isolation level ${isolation}`);
	try {
		await work();
	} finally {
		await client.query('rollback');
	}
}

it.each(['repeatable read', 'serializable'])(
	'is not checked at %s, which does not see what others added since',
	(level) =>
		inTransaction(one, level, async () => {
			await one.query('select from store.figure');
			await addFigure(other, 1);
			await expect(check(one)).rejects.toThrow('read committed only');
		})
);

it('is not checked by a session that changes its isolation half-way', () =>
	inTransaction(one, 'repeatable read', async () => {
		await one.query('select from store.figure');
		await expect(one.query('set transaction isolation level read committed')).rejects.toMatchObject({ code: '25001' });
	}));

it('is not checked with a figure more than it announced, added while the check waited', async () => {
	await other.query('begin');
	await addFigure(other, 1);
	const refused = expect(check(one)).rejects.toThrow('not exactly its figures');
	await waits(other);
	await other.query('commit');
	await refused;
});

it.each([null, 99])(
	'is not checked with a figure more that has no region yet, or nothing at all: %s',
	async (others) => {
		await addFigure(one, 99, others);
		await expect(check(one)).rejects.toThrow('not exactly its figures');
	}
);

it.each(['checked', 'published'] as const)('a tree that a %s release uses takes no more regions', async (until) => {
	const { release } = await store.publish(content(), { until });
	await expect(addRegion(one, await treeOf(release), 99)).rejects.toThrow('before it is checked');
});

it('publication still takes new places on the map for the regions of a published release', async () => {
	const first = await store.publish(content());
	const moved = content();
	const regions = moved.regions.map((region) => ({ ...region, hex_q: 7, hex_r: 8, population: 9 }));
	const second = await store.publish({ ...moved, regions });
	expect(await treeOf(second.release)).toBe(await treeOf(first.release));
	const { rows } = await one.query('select distinct hex_q, hex_r, population from published.region');
	expect(rows).toEqual([{ hex_q: 7, hex_r: 8, population: 9 }]);
});

it.each(['delete from store.region', "update store.region set name = 'x'", 'truncate store.region'])(
	'even the owner may not: %s',
	async (statement) => {
		await other.query('reset role');
		await expect(other.query(statement)).rejects.toMatchObject({ code: '23001' });
		await other.query('set role voorzicht_publisher');
	}
);

/** A tree of its own, which no release uses yet. */
async function newTree(): Promise<number> {
	const { rows } = await one.query<{ id: number }>(
		"insert into store.tree (name, base) values ($1, repeat('a', 64)) returning id",
		[`tree ${++period}`]
	);
	await addRegion(one, rows[0]!.id, 0);
	return rows[0]!.id;
}
/** A release without figures, with another tree. */
async function draftOn(tree: number): Promise<void> {
	const { rows } = await one.query<{ id: number }>(
		`insert into store.release (spec, title_nl, title_en, period, version, unit, tree, rho, delta, epsilon, conversion,
			manifest, bundle_hash, figures, signals)
		select spec, title_nl, title_en, period, 99, unit, $2, rho, delta, epsilon, conversion, manifest, bundle_hash, 0, 0
		from store.release where id = $1 returning id`,
		[draft, tree]
	);
	draft = rows[0]!.id;
}

it('a tree grows while only drafts use it, at read committed', async () => {
	const tree = await newTree();
	await draftOn(tree);
	await addRegion(one, tree, 1);
	await inTransaction(one, 'repeatable read', () =>
		expect(addRegion(one, tree, 2)).rejects.toThrow('read committed only')
	);
});

it('who adds regions and who checks a release wait for each other', async () => {
	const tree = await newTree();
	await draftOn(tree);
	await other.query('begin');
	await addRegion(other, tree, 1);
	let checked = false;
	const done = check(one).then(() => (checked = true));
	await waits(other);
	expect(checked).toBe(false);
	await other.query('commit');
	await done;
	await expect(addRegion(other, tree, 2)).rejects.toThrow('before it is checked');
});

/** Resolves when somebody waits for what this session holds. */
async function waits(holder: pg.Client): Promise<void> {
	for (;;) {
		const { rowCount } = await holder.query(
			'select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))'
		);
		if (rowCount! > 0) return;
	}
}
