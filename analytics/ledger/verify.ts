import type { ClientBase } from 'pg';
import { checkpointProblem } from './checkpoint.ts';
import { entryHash, GENESIS, type Body, type Head } from './entry.ts';
import { selectTables, tablesHash } from './stored-tables.ts';

interface EntryRow {
	number: string;
	kind: string;
	key: string | null;
	attempt: number | null;
	body: string;
	prev_hash: string;
	hash: string;
}

export interface Verification {
	readonly ok: boolean;
	readonly entries: number;
	/** One sentence each; the first ones are where to look. */
	readonly problems: readonly string[];
}

/** The whole ledger against itself and, when given, against what a checkpoint has seen. Reads one snapshot. */
export async function verifyLedger(
	client: ClientBase,
	key: string | null,
	checkpoint: Head | null
): Promise<Verification> {
	const problems: string[] = [];
	const { rows } = await client.query<EntryRow>(
		'select number, kind, key, attempt, body, prev_hash, hash from ledger.entry order by number'
	);
	const bodies = verifyChain(rows, key, problems);
	await verifyAccounts(client, bodies, problems);
	await verifyMeasurements(client, bodies, problems);
	const behind = checkpoint === null ? null : await checkpointProblem(client, checkpoint);
	if (behind !== null) problems.push(behind);
	return { ok: problems.length === 0, entries: rows.length, problems };
}

function verifyChain(rows: readonly EntryRow[], key: string | null, problems: string[]): Body[] {
	const bodies: Body[] = [];
	let previous = GENESIS;
	for (const [index, row] of rows.entries()) {
		const place = `entry ${row.number}`;
		if (row.number !== String(index + 1)) problems.push(`${place} stands where entry ${index + 1} belongs`);
		if (row.prev_hash !== previous) problems.push(`${place} does not follow from the entry before it`);
		if (row.hash !== entryHash(row.prev_hash, row.body, key))
			problems.push(`${place} has another content than its hash says`);
		previous = row.hash;
		const body = parseBody(row.body);
		if (body === null || !matches(row, body)) problems.push(`${place} has columns that differ from its content`);
		else bodies.push(body);
	}
	return bodies;
}

function parseBody(text: string): Body | null {
	try {
		return JSON.parse(text) as Body;
	} catch {
		return null;
	}
}

function matches(row: EntryRow, body: Body): boolean {
	const key = body.kind === 'open' ? null : body.key;
	const attempt = body.kind === 'charge' ? body.attempt : null;
	return row.number === String(body.number) && row.kind === body.kind && row.key === key && row.attempt === attempt;
}

async function verifyAccounts(client: ClientBase, bodies: readonly Body[], problems: string[]): Promise<void> {
	const expected = new Map<string, { cap: bigint; spent: bigint }>();
	const name = (lineage: string, unit: string, scope: string) => JSON.stringify([lineage, unit, scope]);
	for (const body of bodies) {
		if (body.kind === 'open') {
			const account = name(body.lineage, body.unit, body.scope);
			expected.set(account, { cap: BigInt(body.cap), spent: expected.get(account)?.spent ?? 0n });
		} else if (body.kind === 'charge')
			for (const scope of body.scopes) {
				const account = expected.get(name(body.lineage, body.unit, scope));
				if (account === undefined) problems.push(`entry ${body.number} charges an account that was never opened`);
				else if ((account.spent += BigInt(body.amount)) > account.cap)
					problems.push(`entry ${body.number} takes an account above its cap`);
			}
	}
	const { rows } = await client.query<{ lineage: string; unit: string; scope: string; cap: string; spent: string }>(
		'select lineage, unit, scope, cap, spent from ledger.account'
	);
	for (const row of rows) {
		const account = name(row.lineage, row.unit, row.scope);
		const should = expected.get(account);
		if (should === undefined || BigInt(row.cap) !== should.cap || BigInt(row.spent) !== should.spent)
			problems.push(`account ${row.lineage}, ${row.unit}, ${row.scope} differs from what the entries add up to`);
		expected.delete(account);
	}
	for (const account of expected.keys()) problems.push(`account ${account} is gone`);
}

async function verifyMeasurements(client: ClientBase, bodies: readonly Body[], problems: string[]): Promise<void> {
	const { rows } = await client.query<{ key: string; entry: string }>('select key, entry from ledger.measurement');
	const stored = new Map(rows.map(({ key, entry }) => [key, entry]));
	const charges = new Map(bodies.filter((body) => body.kind === 'charge').map((body) => [body.number, body]));
	for (const body of bodies) {
		if (body.kind !== 'measured') continue;
		const place = `entry ${body.number}`;
		if (charges.get(body.charge)?.key !== body.key) problems.push(`${place} names a charge that did not pay for it`);
		if (stored.get(body.key) !== String(body.charge)) problems.push(`the answer of ${place} is gone or moved`);
		else if (tablesHash(await selectTables(client, body.key)) !== body.tables)
			problems.push(`the stored answer of ${place} is not the one that was measured`);
		stored.delete(body.key);
	}
	for (const entry of stored.values())
		problems.push(`an answer is stored for entry ${entry} without an entry of its own`);
}
