import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { inject } from 'vitest';
import { readEvidence, verifySnapshot, type OutsideEvidence } from '../../analytics/ledger/verify/verify.ts';
import { migrate } from '../../analytics/postgres/migrate.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { freshDatabase } from './fresh.ts';
import { LedgerWriter, requestKey } from './ledger-writer.ts';

export const KEY = 'a key that only this test knows';

export const request = {
	lineage: 'nederland',
	unit: 'person',
	period: '2023',
	snapshot: 'first',
	planHash: 'a'.repeat(64)
};
export const key = requestKey(request);
export const tables = [{ id: 'all', sigma2: '10/1', counts: [1, -2] }];

export type Write = (writer: LedgerWriter) => Promise<unknown>;

/** A database with the schema of a ledger, in which ledgers are written, verified and undone. */
export class Desk {
	readonly client: pg.PoolClient;
	readonly #pool: pg.Pool;

	private constructor(pool: pg.Pool, client: pg.PoolClient) {
		this.#pool = pool;
		this.client = client;
	}

	static async open(): Promise<Desk> {
		const pool = openPool(await freshDatabase(), 1);
		await migrate(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), 'ledger');
		return new Desk(pool, await pool.connect());
	}

	async problemsOf(
		write: Write,
		outside: (writer: LedgerWriter) => Promise<OutsideEvidence> = () => readEvidence({ key: KEY, checkpoint: null })
	): Promise<readonly string[]> {
		await this.client.query('begin');
		try {
			const writer = new LedgerWriter(this.client, KEY);
			await write(writer);
			return (await verifySnapshot(this.client, await outside(writer))).problems;
		} finally {
			await this.client.query('rollback');
		}
	}

	async close(): Promise<void> {
		this.client.release();
		await this.#pool.end();
	}
}

export async function openAll(writer: LedgerWriter): Promise<void> {
	await writer.open('nederland', 'person', 'horizon', '10000000000');
	await writer.open('nederland', 'person', 'year:2023', '2500000000');
	await writer.open('nederland', 'person', 'programme:dashboard', '6000000000');
}

export function checkpointFile(text: string): string {
	const file = join(mkdtempSync(join(inject('scratch'), 'checkpoint-')), 'checkpoint.jsonl');
	writeFileSync(file, text);
	return file;
}
