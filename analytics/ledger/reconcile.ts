import type { ClientBase } from 'pg';
import { BudgetRefusedError, InputError } from '../errors.ts';
import { Books, nameText, type Position } from './books.ts';
import type { Chain, Draft, Settled } from './chain.ts';
import type { Approval, Head, Link, Officer } from './entry.ts';
import { canonical, requireQuorum, type ReconcileStatement } from './statement.ts';

/**
 * What two officers are asked to settle.
 * @throws InputError when database and checkpoint agree
 */
export async function proposeReconcile(client: ClientBase, chain: Chain): Promise<ReconcileStatement> {
	if ((await chain.problem(client)) === null)
		throw new InputError('Database and checkpoint of this ledger agree: there is nothing to reconcile.');
	return { action: 'reconcile', database: await chain.head(client), checkpoint: chain.journal.head() };
}

/**
 * Takes over what the checkpoint has seen and the database has lost: nothing that was ever spent becomes free again. Answers that
 * the database lost stay lost; who asks again pays again.
 * @throws BudgetRefusedError without two officers, or when anything changed since they signed
 */
export async function reconcile(
	client: ClientBase,
	chain: Chain,
	statement: ReconcileStatement,
	approvals: readonly Approval[]
): Promise<void> {
	await chain.settle(client, async (head, draft) => {
		const links = chain.journal.links();
		const over = chain.journal.head();
		if (canonical(statement) !== canonical({ action: 'reconcile', database: pick(head), checkpoint: over }))
			throw new BudgetRefusedError(
				'The ledger has changed since this proposal was made. Make and sign a new one with "voorzicht ledger reconcile --propose FILE".'
			);
		const seen = links ?? [];
		const common = await commonPart(client, seen);
		// Where nothing was lost the ledger itself knows best: an older checkpoint would bring back officers of before.
		const later = common.length < seen.length ? Books.of(seen).officers : [];
		const officers = later.length > 0 ? later : draft.books.officers;
		const signed = requireQuorum(statement, approvals, officers);
		return adopt(client, draft, { seen, common, over, officers, approvals: signed });
	});
}

interface Loss {
	/** All entries of the checkpoint, and those that the database has too. */
	readonly seen: readonly Link[];
	readonly common: readonly Link[];
	readonly over: Head | null;
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

async function adopt(client: ClientBase, draft: Draft, loss: Loss): Promise<Settled> {
	const { common, over, officers, approvals } = loss;
	const [then, seen] = [Books.of(common), Books.of(loss.seen)];
	const isBehind = common.length < loss.seen.length;
	const here = draft.books;
	const names = new Map([...seen.accounts, ...here.accounts].map((account) => [nameText(account), account]));
	const accounts = [...names.values()].map((account) => {
		const amount = (seen.account(account)?.spent ?? 0n) - (then.account(account)?.spent ?? 0n);
		const known = here.account(account);
		const spent = (known?.spent ?? 0n) + amount;
		const caps = [known?.cap, isBehind ? seen.account(account)?.cap : undefined].filter((cap) => cap !== undefined);
		const least = caps.reduce((a, b) => (a < b ? a : b));
		return { ...account, amount, spent, cap: least < spent ? spent : least };
	});
	for (const account of accounts) await save(client, account);
	await draft.add({
		kind: 'reconciled',
		over,
		since: common.at(-1)?.number ?? 0,
		accounts: accounts.map(({ lineage, unit, scope, amount, spent, cap }) => ({
			...{ lineage, unit, scope },
			...{ amount: amount.toString(), spent: spent.toString(), cap: cap.toString() }
		})),
		officers,
		approvals
	});
	return { missedAfter: isBehind ? null : (common.at(-1)?.number ?? 0) };
}

/** The entries of the checkpoint up to the last one that the database has too. */
async function commonPart(client: ClientBase, links: readonly Link[]): Promise<readonly Link[]> {
	const { rows } = await client.query<{ hash: string }>('select hash from ledger.entry where hash = any($1)', [
		links.map(({ hash }) => hash)
	]);
	const there = new Set(rows.map(({ hash }) => hash));
	return links.slice(0, links.findLastIndex(({ hash }) => there.has(hash)) + 1);
}

async function save(client: ClientBase, { lineage, unit, scope, spent, cap }: Position): Promise<void> {
	await client.query(
		`insert into ledger.account (lineage, unit, scope, spent, cap) values ($1, $2, $3, $4, $5)
		on conflict (lineage, unit, scope) do update set spent = excluded.spent, cap = excluded.cap`,
		[lineage, unit, scope, spent, cap]
	);
}

const pick = ({ number, hash }: Head): Head => ({ number, hash });
