import type { ClientBase } from 'pg';
import { Books } from './books.ts';
import type { Body } from './entry.ts';
import type { Findings } from './findings.ts';
import { parseBody } from './grammar.ts';
import { rowsOf } from './rows.ts';
import { GENESIS, sealOf } from './seal.ts';

interface EntryRow {
	readonly number: string;
	readonly kind: string;
	readonly key: string | null;
	readonly attempt: string | null;
	readonly body: string;
	readonly prev: string;
	readonly hash: string;
}

/** Each entry follows from the one before it and is sealed; returns what they add up to. */
export async function verifyEntries(client: ClientBase, key: string, found: Findings): Promise<Books> {
	const books = new Books(found);
	let prev = GENESIS;
	const rows = rowsOf<EntryRow>(
		client,
		`select number::text, kind, key, attempt::text, body, prev_hash as prev, hash from ledger.entry order by entry.number`
	);
	for await (const row of rows) {
		const place = `entry ${row.number}`;
		books.entries++;
		if (row.number !== String(books.entries)) found.add(`${place} stands where entry ${books.entries} belongs`);
		if (row.prev !== prev) found.add(`${place} does not follow from the entry before it`);
		if (row.hash !== sealOf(row.prev, row.body, key))
			found.add(`${place} is not sealed with the key: it was changed, or the key is another one`);
		const body = parseBody(row.body);
		if (typeof body === 'string') found.add(`${place} ${body}`);
		else {
			if (!sameColumns(row, body)) found.add(`${place} has columns that differ from its content`);
			books.enter(body, { number: Number(row.number) - 1, hash: row.prev }, row.hash);
		}
		prev = row.hash;
	}
	return books;
}

function sameColumns(row: EntryRow, body: Body): boolean {
	const key = 'key' in body ? body.key : null;
	const attempt = body.kind === 'charge' ? String(body.attempt) : null;
	return row.number === String(body.number) && row.kind === body.kind && row.key === key && row.attempt === attempt;
}
