import type { ClientBase, QueryResult } from 'pg';
import type { Link } from './entry.ts';

/** The last entry of the database, and the time on the server's clock. */
export interface Last {
	readonly link: Link | null;
	/** ISO 8601, UTC. */
	readonly at: string;
}

interface LinkRow {
	readonly number: string;
	readonly prev: string;
	readonly hash: string;
	readonly body: string;
}

type LastRow = { readonly [column in keyof LinkRow]: LinkRow[column] | null } & { readonly at: string };

const LAST = `select e.number, e.prev_hash as prev, e.hash, e.body,
	to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
	from (select) as one left join (select * from ledger.entry order by number desc limit 1) as e on true`;

export async function lastOf(client: ClientBase): Promise<Last> {
	return toLast(await client.query<LastRow>(LAST));
}

/** As it stands after these statements, in one trip to the server. */
export async function lastAfter(client: ClientBase, statements: string): Promise<Last> {
	const results = (await client.query(`${statements}; ${LAST}`)) as unknown as QueryResult<LastRow>[];
	return toLast(results.at(-1)!);
}

export async function hashOf(client: ClientBase, number: number): Promise<string | null> {
	const { rows } = await client.query<{ hash: string }>('select hash from ledger.entry where number = $1', [number]);
	return rows[0]?.hash ?? null;
}

export async function linksAfter(client: ClientBase, number: number): Promise<Link[]> {
	const { rows } = await client.query<LinkRow>(
		'select number, prev_hash as prev, hash, body from ledger.entry where number > $1 order by number',
		[number]
	);
	return rows.map(toLink);
}

/** An entry of a kind that a request has; the last one, or the one with this number. */
export async function linkOf(
	client: ClientBase,
	kind: 'charge' | 'measured',
	request: string,
	number: number | null = null
): Promise<Link | null> {
	const { rows } = await client.query<LinkRow>(
		`select number, prev_hash as prev, hash, body from ledger.entry
		where kind = $1 and key = $2 and ($3::bigint is null or number = $3) order by number desc limit 1`,
		[kind, request, number]
	);
	return rows[0] === undefined ? null : toLink(rows[0]);
}

function toLast({ rows }: QueryResult<LastRow>): Last {
	const { at, ...row } = rows[0]!;
	return { link: row.number === null ? null : toLink(row as LinkRow), at };
}

function toLink(row: LinkRow): Link {
	return { ...row, number: Number(row.number) };
}
