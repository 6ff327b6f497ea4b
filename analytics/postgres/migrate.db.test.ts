import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { figure, publication } from '../../tests/database/publication.ts';
import { warning } from '../../tests/database/warning.ts';
import { openStore } from '../store/store.ts';
import { migrate, type Purpose } from './migrate.ts';
import { openPool } from './pool.ts';

const SCHEMAS: Record<Purpose, string[]> = { ledger: ['ledger'], published: ['published', 'store'] };

it.each(['ledger', 'published'] as const)('migrates %s up, down and up again on a real server', async (purpose) => {
	const pool = openPool(await freshDatabase());
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	const schemas = async () => {
		const { rows } = await pool.query<{ name: string }>(
			"select nspname as name from pg_namespace where nspname in ('ledger', 'store', 'published') order by 1"
		);
		return rows.map(({ name }) => name);
	};
	try {
		await migrate(db, purpose);
		expect(await schemas()).toEqual(SCHEMAS[purpose]);
		await migrate(db, purpose, 0);
		expect(await schemas()).toEqual([]);
		await Promise.all([migrate(db, purpose), migrate(db, purpose)]);
		expect(await schemas()).toEqual(SCHEMAS[purpose]);
	} finally {
		await db.destroy();
	}
});

it('takes the audits back without touching what was published before them', async () => {
	const pool = openPool(await freshDatabase());
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	const objects = async () => {
		const { rows } = await pool.query<{ name: string }>(
			`select c.oid::regclass::text as name from pg_class c where c.relnamespace::regnamespace::text in ('store', 'published')
			union select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = 'store' order by 1`
		);
		return rows.map(({ name }) => name);
	};
	try {
		await migrate(db, 'published', 1);
		const before = await objects();
		expect(before).not.toContain('published.audit');
		await migrate(db, 'published');
		expect(await objects()).toEqual(expect.arrayContaining(['published.audit', 'store.audit', 'published.figure']));
		await migrate(db, 'published', 1);
		expect(await objects()).toEqual(before);
	} finally {
		await db.destroy();
	}
});

describe('release states', () => {
	const RELEASE = `insert into store.release (spec, title_nl, title_en, period, version, unit, tree, rho, delta, epsilon,
		conversion, published_at, manifest, bundle_hash) values ('s', 's', 's', $1, $2, 'person', 1, 1, 1, 1, 'c', $3, $4, repeat('0', 64))`;
	/** Two versions of one period and one of another, each with a figure, a signal, an indicator and a group. */
	const published = async (pool: Pool) => {
		const manifest = { spec: { notice: { nl: 'Let op', en: 'Note' } }, definitions: [{ id: 'i', version: '7' }] };
		await pool.query(`insert into store.tree (name, base) values ('t', repeat('a', 64))`);
		await pool.query(`insert into store.region values (1, 0, 'NL', null, 'Súdwest', 'land', 0, null, null, null)`);
		for (const [period, version, at] of [
			['2022', 1, '2025-01-01T00:00:00Z'],
			['2022', 2, '2025-02-01T00:00:00Z'],
			['2023', 1, '2025-03-01T00:00:00Z']
		])
			await pool.query(RELEASE, [period, version, at, manifest]);
		await pool.query(`insert into store.indicator select id, 0, 'i', '', '', '', '', '[]' from store.release`);
		await pool.query(`insert into store.grouping select id, 0, '', '' from store.release`);
		await pool.query(`insert into store.figure select id, 0, 0, 0, 1, 2, 0.5, 0, 0, 0, 0, 1, 'A' from store.release`);
		await pool.query(`insert into store.signal select id, 0, 0, '2021', 0, 0, 0.5, false from store.release`);
		await pool.query(`insert into store.current_release values ('s', '2022', 2), ('s', '2023', 3)`);
	};
	const views = async (pool: Pool) => {
		const answer: unknown[] = [];
		for (const view of ['release', 'indicator', 'region', 'figure', 'signal', 'boundary', 'audit'])
			answer.push((await pool.query(`select to_jsonb(v) as row from published.${view} v order by 1`)).rows);
		return answer;
	};

	it('makes what was published before them published or superseded, and goes back without a trace', async () => {
		const pool = openPool(await freshDatabase());
		const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
		try {
			await migrate(db, 'published', 2);
			await published(pool);
			const before = await views(pool);
			await migrate(db, 'published');
			const { rows } = await pool.query(
				`select id, state, figures, signals, status, notice_en, published_at, superseded_at, replaces, replaced_by
				from published.release order by id`
			);
			const facts = { figures: 1, signals: 1, status: 'final', notice_en: 'Note' };
			const [january, february, march] = ['2025-01-01', '2025-02-01', '2025-03-01'].map((day) => new Date(day));
			const alone = { superseded_at: null, replaces: null, replaced_by: null };
			expect(rows).toEqual([
				{
					...{ id: 1, state: 'superseded', ...facts, published_at: january },
					...{ superseded_at: february, replaces: null, replaced_by: 2 }
				},
				{ id: 2, state: 'published', ...facts, published_at: february, ...alone, replaces: 1 },
				{ id: 3, state: 'published', ...facts, published_at: march, ...alone }
			]);
			const { rows: seen } = await pool.query(
				`select release, version, definition from published.indicator
				union all select release, version, definition from published.superseded_indicator order by 1`
			);
			expect(seen).toEqual([1, 2, 3].map((release) => ({ release, version: release === 2 ? 2 : 1, definition: '7' })));
			expect((await pool.query('select folded_name from published.region')).rows).toEqual([{ folded_name: 'sudwest' }]);
			await migrate(db, 'published', 2);
			expect(await views(pool)).toEqual(before);
			await migrate(db, 'published');
			await expect(pool.query(`update store.release set state = 'published' where id = 1`)).rejects.toThrow(
				'cannot become'
			);
		} finally {
			await db.destroy();
		}
	});

	it('going back takes along what was never published', async () => {
		const url = await freshDatabase();
		const store = await openStore(url);
		await store.publish(publication('2023', 'one', [figure('NL', 0.1)]));
		for (const until of ['draft', 'checked'] as const)
			await store.publish(publication('2023', until, [figure('NL', 0.2)]), { until });
		await store.close();
		const pool = openPool(url);
		const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
		try {
			await migrate(db, 'published', 2);
			const { rows } = await pool.query(
				'select version, is_current, published_at is not null as dated from published.release'
			);
			expect(rows).toEqual([{ version: 1, is_current: true, dated: true }]);
			expect((await pool.query('select distinct release from store.figure')).rows).toEqual([{ release: 1 }]);
		} finally {
			await db.destroy();
		}
	});

	it('early warning goes back without touching figures, and comes again with nothing to tell', async () => {
		const url = await freshDatabase();
		const store = await openStore(url);
		await store.publish({ ...publication('2023', 'one', [figure('NL', 0.1)]), warning });
		await store.close();
		const pool = openPool(url);
		const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
		try {
			const before = await views(pool);
			await migrate(db, 'published', 3);
			expect(await views(pool)).toEqual(before);
			await migrate(db, 'published');
			expect(await views(pool)).toEqual(before);
			const { rows } = await pool.query(
				'select watched, small_areas, event_groups, indicator_cards from store.release'
			);
			expect(rows).toEqual([{ watched: 0, small_areas: 0, event_groups: 0, indicator_cards: 0 }]);
		} finally {
			await db.destroy();
		}
	});

	it('every step leaves the schema as it found it, down and up', async () => {
		const pool = openPool(await freshDatabase());
		const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
		try {
			const schemas = new Map<number, unknown>();
			for (const target of [0, 1, 2, 3, 4, 5, 4, 5, 3, 5, 2, 4, 1, 5, 0, 5]) {
				await migrate(db, 'published', target);
				const now = await schema(pool);
				expect(now, `after ${target} migrations`).toEqual(schemas.get(target) ?? now);
				schemas.set(target, now);
			}
		} finally {
			await db.destroy();
		}
	});
});

/** Everything that the published database is made of, but the order of columns. */
async function schema(pool: Pool): Promise<unknown> {
	const parts = [
		`select c.oid::regclass::text as name, c.relkind::text, pg_get_viewdef(c.oid) as view,
			coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))::text as rights
		from pg_class c where c.relnamespace::regnamespace::text in ('store', 'published') order by 1`,
		`select a.attrelid::regclass::text as name, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
			pg_get_expr(d.adbin, d.adrelid) as value, nullif(a.attacl, '{}')::text as rights
		from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
		where c.relnamespace::regnamespace::text in ('store', 'published') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
		`select c.conrelid::regclass::text as name, c.conname, pg_get_constraintdef(c.oid) as rule from pg_constraint c
		where c.connamespace::regnamespace::text = 'store' and c.contype <> 'n' order by 1, 2`,
		`select t.tgrelid::regclass::text as name, t.tgname, t.tgenabled::text, pg_get_triggerdef(t.oid) as rule
		from pg_trigger t join pg_class c on c.oid = t.tgrelid
		where c.relnamespace::regnamespace::text = 'store' and not t.tgisinternal order by 1, 2`,
		`select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as body,
			(select array_agg(a::text order by a::text) from unnest(coalesce(p.proacl, acldefault('f', p.proowner))) a) as rights
		from pg_proc p where p.pronamespace::regnamespace::text = 'store' order by 1`,
		`select nspname, nspacl::text as rights from pg_namespace where nspname in ('store', 'published') order by 1`
	];
	const answer: unknown[] = [];
	for (const part of parts) answer.push((await pool.query(part)).rows);
	return answer;
}
