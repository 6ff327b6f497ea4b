import type { ClientBase } from 'pg';
import { BudgetRefusedError } from '../errors.ts';
import { rhoText } from './amount.ts';
import { append, type Unit } from './entry.ts';

/** A population (all its revisions share it), what is protected, and over which span: `horizon` or `period:NAME`. */
export interface AccountName {
	readonly lineage: string;
	readonly unit: Unit;
	readonly scope: string;
}

/**
 * Caps of accounts that nobody opened by hand. One period: about what the redistricting files of the 2020 census of the United States
 * spent on persons (rho 2.56). All periods together: four times that.
 */
const DEFAULT_CAP = { period: 2_500_000_000n, horizon: 10_000_000_000n };

export async function openByDefault(client: ClientBase, account: AccountName, key: string | null): Promise<void> {
	const cap = account.scope === 'horizon' ? DEFAULT_CAP.horizon : DEFAULT_CAP.period;
	const { rowCount } = await client.query(
		'insert into ledger.account (lineage, unit, scope, cap) values ($1, $2, $3, $4) on conflict do nothing',
		[account.lineage, account.unit, account.scope, cap]
	);
	if (rowCount === 1) await append(client, { kind: 'open', ...account, cap: cap.toString() }, key);
}

/** @throws BudgetRefusedError when the cap would lie below what was spent. */
export async function setCap(client: ClientBase, account: AccountName, cap: bigint, key: string | null): Promise<void> {
	const { lineage, unit, scope } = account;
	const { rowCount } = await client.query(
		`insert into ledger.account as a (lineage, unit, scope, cap) values ($1, $2, $3, $4)
		on conflict (lineage, unit, scope) do update set cap = excluded.cap where a.spent <= excluded.cap`,
		[lineage, unit, scope, cap]
	);
	if (rowCount === 0) {
		const { spent } = await balance(client, account);
		throw new BudgetRefusedError(
			`Account ${title(account)} has spent rho ${rhoText(spent)}; its cap cannot become ${rhoText(cap)}. What is spent stays spent: choose a cap of at least that.`
		);
	}
	await append(client, { kind: 'open', lineage, unit, scope, cap: cap.toString() }, key);
}

/** @throws BudgetRefusedError naming the account, its cap, what is spent and what was asked. */
export async function debit(client: ClientBase, account: AccountName, amount: bigint): Promise<void> {
	const { rowCount } = await client.query(
		`update ledger.account set spent = spent + $4
		where lineage = $1 and unit = $2 and scope = $3 and $4::bigint > 0 and $4::bigint <= cap - spent`,
		[account.lineage, account.unit, account.scope, amount]
	);
	if (rowCount === 1) return;
	const { spent, cap } = await balance(client, account);
	throw new BudgetRefusedError(
		`The budget of ${title(account)} is rho ${rhoText(cap)}; ${rhoText(spent)} is spent and ${rhoText(amount)} was asked. ` +
			'Ask for less (a smaller budget.rho in the specification), or let whoever answers for the budget raise the cap with "voorzicht ledger open".'
	);
}

async function balance(
	client: ClientBase,
	{ lineage, unit, scope }: AccountName
): Promise<{ spent: bigint; cap: bigint }> {
	const { rows } = await client.query<{ spent: string; cap: string }>(
		'select spent, cap from ledger.account where lineage = $1 and unit = $2 and scope = $3',
		[lineage, unit, scope]
	);
	return { spent: BigInt(rows[0]?.spent ?? 0), cap: BigInt(rows[0]?.cap ?? 0) };
}

function title({ lineage, unit, scope }: AccountName): string {
	return `${lineage}, ${unit}, ${scope}`;
}
