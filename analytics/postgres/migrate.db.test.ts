import { Kysely, PostgresDialect } from 'kysely';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
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
