import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { NoisyTable } from '../contract/domain.ts';
import type { Receipt } from './charge.ts';
import type { ChargeBody } from './entry.ts';

export interface StoredTable {
	readonly id: string;
	readonly sigma2: string;
	/** Little-endian signed 64-bit integers. */
	readonly counts: Buffer;
}

export function encodeTable({ id, sigma2, counts }: NoisyTable): StoredTable {
	const integers = new BigInt64Array(counts.length);
	for (let i = 0; i < counts.length; i++) {
		const count = counts[i]!;
		if (!Number.isSafeInteger(count)) throw new RangeError(`table ${id} holds something else than whole numbers`);
		integers[i] = BigInt(count);
	}
	return { id, sigma2, counts: Buffer.from(integers.buffer) };
}

function decodeTable({ id, sigma2, counts }: StoredTable): NoisyTable {
	const decoded = new Float64Array(counts.length / 8);
	for (let i = 0; i < decoded.length; i++) decoded[i] = Number(counts.readBigInt64LE(8 * i));
	return { id, sigma2, counts: decoded };
}

/** sha256 (hex) over tables in their order, with the length of every part so that no two sets share one text. */
export function tablesHash(tables: readonly StoredTable[]): string {
	const hash = createHash('sha256');
	for (const { id, sigma2, counts } of tables) hash.update(JSON.stringify([id, sigma2, counts.length])).update(counts);
	return hash.digest('hex');
}

export async function insertTables(
	client: ClientBase,
	key: string,
	charge: number,
	tables: readonly StoredTable[]
): Promise<void> {
	await client.query('insert into ledger.measurement (key, entry) values ($1, $2)', [key, charge]);
	for (const [number, { id, sigma2, counts }] of tables.entries())
		await client.query('insert into ledger.noisy_table (key, number, id, sigma2, counts) values ($1, $2, $3, $4, $5)', [
			key,
			number,
			id,
			sigma2,
			counts
		]);
}

export async function selectTables(client: ClientBase, key: string): Promise<StoredTable[]> {
	const { rows } = await client.query<StoredTable>(
		'select id, sigma2, counts from ledger.noisy_table where key = $1 order by number',
		[key]
	);
	return rows;
}

export interface StoredAnswer {
	readonly receipt: Receipt;
	readonly tables: NoisyTable[];
}

/** The answer that a request got before, with the charge that paid for it; null when it has none. */
export async function selectAnswer(client: ClientBase, key: string): Promise<StoredAnswer | null> {
	const { rows } = await client.query<{ hash: string; body: string }>(
		'select e.hash, e.body from ledger.measurement m join ledger.entry e on e.number = m.entry where m.key = $1',
		[key]
	);
	const row = rows[0];
	if (row === undefined) return null;
	const { number, lineage, at } = JSON.parse(row.body) as ChargeBody;
	const tables = (await selectTables(client, key)).map(decodeTable);
	return { receipt: { entry: number, hash: row.hash, lineage, chargedAt: at }, tables };
}
