import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { auditReport } from '../../tests/fixtures/audit-report.ts';
import type { AuditReport } from '../contract/audit.ts';
import { openPool } from '../postgres/pool.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
let owner: ReturnType<typeof openPool>;
let reader: ReturnType<typeof openPool>;
beforeAll(async () => {
	const url = await freshDatabase();
	store = await openStore(url);
	owner = openPool(url, 1);
	reader = openPool(await store.readerUrl(), 1);
});
afterAll(async () => {
	await reader.end();
	await owner.end();
	await store.close();
});

const shown = async () =>
	(await reader.query<{ made_at: Date; report: AuditReport }>('select * from published.audit')).rows;
const stored = async () => (await owner.query('select from store.audit')).rowCount;

it('shows nothing as long as there is no report', async () => {
	expect(await shown()).toEqual([]);
	expect(await store.hasAudit('0.1.0')).toBe(false);
});

it('shows the report that was made last, as it was given, whatever the order of storing', async () => {
	const [first, last] = [auditReport('2026-01-02T03:04:05Z'), auditReport('2026-02-02T00:00:00Z', { passed: false })];
	expect(await store.publishAudit(last)).toBe(true);
	expect(await store.publishAudit(first)).toBe(true);
	expect(await shown()).toEqual([{ made_at: new Date(last.madeAt), software_version: '0.1.0', report: last }]);
});

it('knows of which versions there is a report', async () => {
	expect(await store.hasAudit('0.1.0')).toBe(true);
	expect(await store.hasAudit('0.2.0')).toBe(false);
});

it('stores one report once', async () => {
	const before = await stored();
	expect(await store.publishAudit(auditReport('2026-01-02T03:04:05Z'))).toBe(false);
	expect(await stored()).toBe(before);
});

it('stores nothing that breaks the schema of a report', async () => {
	const before = await stored();
	for (const broken of [
		{ ...auditReport('2027-01-01T00:00:00Z'), record: 'one more field' },
		auditReport('yesterday'),
		auditReport('2027-01-01T00:00:00Z', { enumeration: [{ mechanism: 'x', paths: 0.5, passed: true }] })
	])
		await expect(store.publishAudit(broken)).rejects.toThrow();
	expect(await stored()).toBe(before);
});

it.each([
	"update store.audit set report = jsonb_set(report, '{passed}', 'true')",
	'delete from store.audit',
	'truncate store.audit'
])('even the owner may not: %s', async (statement) => {
	await expect(owner.query(statement)).rejects.toThrow('append-only');
});

it.each(['infinity', '-infinity', '2999-01-01T00:00:00Z'])(
	'no report was made at %s, whoever stores it',
	async (at) => {
		for (const role of ['none', 'voorzicht_publisher']) {
			await owner.query(`set role ${role}`);
			await expect(
				owner.query("insert into store.audit (made_at, software_version, report) values ($1, '0.1.0', '{}')", [at])
			).rejects.toMatchObject({ code: '23514' });
		}
		await owner.query('reset role');
	}
);

it('the publisher does not choose the number of a report, which orders those of the same time', async () => {
	await owner.query('set role voorzicht_publisher');
	await expect(
		owner.query(
			"insert into store.audit (id, made_at, software_version, report) overriding system value values (9999, now(), '0.1.0', '{}')"
		)
	).rejects.toMatchObject({ code: '42501' });
	await owner.query('reset role');
});
