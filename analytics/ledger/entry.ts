import { createHash, createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

export type Unit = 'person' | 'household';

interface Common {
	readonly number: number;
	/** Clock of the database server, ISO 8601, UTC. For people: no rule of the ledger looks at it. */
	readonly at: string;
}

/** An account is opened, or gets another cap. */
export interface OpenBody extends Common {
	readonly kind: 'open';
	readonly lineage: string;
	readonly unit: Unit;
	readonly scope: string;
	/** nano-rho */
	readonly cap: string;
}

export interface ChargeBody extends Common {
	readonly kind: 'charge';
	readonly key: string;
	readonly attempt: number;
	readonly lineage: string;
	readonly unit: Unit;
	readonly period: string;
	readonly snapshot: string;
	readonly planHash: string;
	readonly description: string;
	/** Exact cost, "n/d". */
	readonly rho: string;
	/** nano-rho, charged to each of the scopes. */
	readonly amount: string;
	readonly scopes: readonly string[];
}

export interface MeasuredBody extends Common {
	readonly kind: 'measured';
	readonly key: string;
	/** The entry that paid for it. */
	readonly charge: number;
	/** sha256 of the stored noisy tables. */
	readonly tables: string;
}

export type Body = OpenBody | ChargeBody | MeasuredBody;
type WithoutNumber<B> = B extends Body ? Omit<B, 'number' | 'at'> : never;
export type NewEntry = WithoutNumber<Body>;

export interface Head {
	readonly number: number;
	readonly hash: string;
}

/** Keyed, whoever can write to the database still cannot make a chain that verifies. */
export function entryHash(previous: string, body: string, key: string | null): string {
	const hash = key === null ? createHash('sha256') : createHmac('sha256', key);
	return hash.update(`${previous}\n${body}`).digest('hex');
}

export async function readHead(client: ClientBase): Promise<Head> {
	const { rows } = await client.query<{ number: string; hash: string }>(
		'select number, hash from ledger.entry order by number desc limit 1'
	);
	return rows[0] === undefined ? { number: 0, hash: GENESIS } : { number: Number(rows[0].number), hash: rows[0].hash };
}

/** Adds an entry to the chain; the caller holds the chain's lock and an open transaction. */
export async function append(client: ClientBase, entry: NewEntry, key: string | null): Promise<Head & { at: string }> {
	const head = await readHead(client);
	const { rows } = await client.query<{ at: string }>(
		`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`
	);
	const at = rows[0]!.at;
	const number = head.number + 1;
	const body = JSON.stringify({ number, at, ...entry });
	const hash = entryHash(head.hash, body, key);
	await client.query(
		`insert into ledger.entry (number, kind, key, attempt, body, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7)`,
		[
			number,
			entry.kind,
			entry.kind === 'open' ? null : entry.key,
			entry.kind === 'charge' ? entry.attempt : null,
			body,
			head.hash,
			hash
		]
	);
	return { number, hash, at };
}
