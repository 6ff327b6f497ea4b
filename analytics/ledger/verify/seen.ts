import type { ClientBase } from 'pg';
import type { Books } from './books.ts';
import { readCheckpoint, type Line } from './checkpoint.ts';
import { accountText, type Head, type Reconciled } from './entry.ts';
import type { OutsideEvidence } from './evidence.ts';
import type { Findings } from './findings.ts';
import { GENESIS } from './seal.ts';

/** What the checkpoint has seen is in the ledger, or was taken over, and a crash can explain what it has not seen. */
export async function verifyCheckpoint(client: ClientBase, outside: OutsideEvidence, books: Books, found: Findings) {
	const { file, lines, problem } = outside.checkpoint!;
	if (problem !== null) return found.add(problem);
	if (lines === null) return books.entries > 0 ? found.add(`the checkpoint ${file} is gone`) : undefined;
	const last = lastOf(lines);
	const hash = last.number === 0 ? GENESIS : await hashOf(client, last.number);
	if (hash === null) found.add(`the ledger ends before entry ${last.number}, which its checkpoint has seen`);
	else if (hash !== last.hash) found.add(`entry ${last.number} is not the one that the checkpoint has seen`);
	else if (!outside.isEarlier && (await isLongAhead(client, last))) await verifyAge(client, file, outside.key, found);
	for (const [index, line] of lines.entries())
		if (line.reconciled !== null && (await hashOf(client, line.number)) === line.hash)
			await verifyAdoption(client, lines.slice(0, index), line.number, line.reconciled, found);
}

function lastOf(lines: readonly Line[]): Head {
	return lines.at(-1) ?? { number: 0, hash: GENESIS };
}

/**
 * A transaction begins after the checkpoint of the one before it, so a crash keeps one transaction from the checkpoint at
 * most: accounts that open, and what they open for.
 */
async function isLongAhead(client: ClientBase, { number }: Head): Promise<boolean> {
	const { rows } = await client.query<{ ends: string }>(
		`select count(*) filter (where kind <> 'open' and number < (select max(number) from ledger.entry))::text as ends
		from ledger.entry where number > $1`,
		[number]
	);
	return rows[0]!.ends !== '0';
}

/** Others may have gone on between the first look at the checkpoint and the snapshot, which a second look shows. */
async function verifyAge(client: ClientBase, file: string, key: string, found: Findings): Promise<void> {
	const last = lastOf((await readCheckpoint(file, key)).lines ?? []);
	if (await isLongAhead(client, last))
		found.add(`the checkpoint ${file} ends at entry ${last.number}, and is older than a crash can leave it`);
}

/** What the checkpoint had seen since it parted from the database was taken over in full. */
async function verifyAdoption(
	client: ClientBase,
	lines: readonly Line[],
	number: number,
	{ over, since, accounts }: Reconciled,
	found: Findings
): Promise<void> {
	// A checkpoint that was lost begins anew, and has seen nothing else.
	if (over === null) return;
	const common = since === 0 ? GENESIS : await hashOf(client, since);
	const parted = since === 0 ? -1 : lines.findLastIndex((line) => line.number === since && line.hash === common);
	if (since > 0 && parted < 0) found.add(`entry ${number} reconciles from an entry that its checkpoint has not seen`);
	const lost = new Map<string, bigint>();
	for (const { spending } of lines.slice(parted + 1, lines.findLastIndex((line) => line.hash === over.hash) + 1))
		for (const [name, amount] of spending) lost.set(name, (lost.get(name) ?? 0n) + amount);
	const adopted = new Map(accounts.map((account) => [accountText(account), BigInt(account.amount)]));
	for (const [name, amount] of lost)
		if ((adopted.get(name) ?? 0n) < amount) found.add(`entry ${number} takes over less than the checkpoint has seen`);
}

async function hashOf(client: ClientBase, number: number): Promise<string | null> {
	const { rows } = await client.query<{ hash: string }>('select hash from ledger.entry where number = $1', [number]);
	return rows[0]?.hash ?? null;
}
