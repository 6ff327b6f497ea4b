import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { NoisyTable } from '../contract/domain.ts';
import { OutsideFaultError } from '../errors.ts';
import type { Receipt } from './charge.ts';
import { isSealed, type ChargeBody, type MeasuredBody } from './entry.ts';
import { linkOf } from './links.ts';

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

/**
 * The answer that a request got before, with the charge that paid for it; null when it has none.
 * @throws OutsideFaultError unless sealed entries say that this charge paid for these very tables: an answer that somebody put there, or
 * changed, must not leave under our signature
 */
export async function selectAnswer(client: ClientBase, request: string, key: string): Promise<StoredAnswer | null> {
	const { rows } = await client.query<{ number: string }>(
		'select entry as number from ledger.measurement where key = $1',
		[request]
	);
	const row = rows[0];
	if (row === undefined) return null;
	const charge = await linkOf(client, 'charge', request, Number(row.number));
	const measured = await linkOf(client, 'measured', request);
	const tables = await selectTables(client, request);
	if (charge === null || measured === null || !isSealed(charge, key) || !isSealed(measured, key)) throw changed();
	const { key: paid, number, lineage, at } = JSON.parse(charge.body) as ChargeBody;
	const answer = JSON.parse(measured.body) as MeasuredBody;
	if (paid !== request || answer.key !== request || answer.charge !== number || answer.tables !== tablesHash(tables))
		throw changed();
	return { receipt: { entry: number, hash: charge.hash, lineage, chargedAt: at }, tables: tables.map(decodeTable) };
}

function changed(): OutsideFaultError {
	return new OutsideFaultError(
		'The stored answer of this request is not the one that the ledger wrote down, or its key is another one: it is not given. See "voorzicht ledger verify".'
	);
}
