import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Books } from './books.ts';
import type { Findings } from './findings.ts';
import { rowsOf } from './rows.ts';

export async function verifyAnswers(client: ClientBase, books: Books, found: Findings): Promise<void> {
	const missing = new Set(books.answers.keys());
	const rows = rowsOf<{ key: string; entry: string }>(client, 'select key, entry::text from ledger.measurement');
	for await (const { key, entry } of rows) {
		const answer = books.answers.get(key);
		if (answer === undefined) found.add(`an answer is stored for entry ${entry} that was never entered`);
		else if (String(answer.charge) !== entry)
			found.add(`the answer of entry ${answer.entry} is stored for another charge`);
		if (answer !== undefined && !missing.delete(key)) found.add(`the answer of entry ${answer.entry} is there twice`);
	}
	for (const key of missing) found.add(`the answer of entry ${books.answers.get(key)!.entry} is gone`);
	const hashes = await hashTables(client, found);
	for (const [key, { entry, tables }] of books.answers)
		if ((hashes.get(key) ?? NO_TABLES) !== tables)
			found.add(`the tables of entry ${entry} are not the ones that were measured`);
	for (const key of hashes.keys())
		if (!books.answers.has(key)) found.add('tables are stored for an answer that was never entered');
}

const NO_TABLES = createHash('sha256').digest('hex');
/** Bytes of a table that are looked at together. */
const CHUNK = 1_000_000;

/** sha256 over the tables of each answer in order: of each the JSON of [id, sigma2, length in bytes], then its bytes. */
async function hashTables(client: ClientBase, found: Findings): Promise<Map<string, string>> {
	const hashes = new Map<string, string>();
	let [current, number, sha] = ['', 0, createHash('sha256')];
	const rows = rowsOf<{ key: string; number: string; id: string; sigma2: string; bytes: string; ctid: string }>(
		client,
		`select key, number::text, id, sigma2, octet_length(counts)::text as bytes, ctid::text
		from ledger.noisy_table order by noisy_table.key, noisy_table.number`
	);
	for await (const row of rows) {
		if (row.key !== current) {
			if (current !== '') hashes.set(current, sha.digest('hex'));
			[current, number, sha] = [row.key, 0, createHash('sha256')];
		}
		const bytes = Number(row.bytes);
		if (row.number !== String(number++) || bytes % 8 !== 0)
			found.add(`the tables of an answer are not numbered 0, 1, 2, ..., or hold no whole 64-bit numbers`);
		sha.update(JSON.stringify([row.id, row.sigma2, bytes]));
		for (let from = 0; from < bytes; from += CHUNK) {
			const { rows: parts } = await client.query<{ part: Buffer }>(
				'select substring(counts from $2 for $3) as part from ledger.noisy_table where ctid = $1::tid',
				[row.ctid, from + 1, CHUNK]
			);
			sha.update(parts[0]!.part);
		}
	}
	if (current !== '') hashes.set(current, sha.digest('hex'));
	return hashes;
}
