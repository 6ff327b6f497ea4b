import type { ClientBase } from 'pg';
import { BudgetRefusedError, OutsideFaultError } from '../errors.ts';
import { rhoText } from './amount.ts';
import type { Draft } from './chain.ts';
import type { AccountName, Approval, Unit } from './entry.ts';

/**
 * Caps of accounts that nobody opened by hand, nano-rho. A year: about what the redistricting files of the 2020 census of the United
 * States spent on persons (rho 2.56). All years together: four times that, and of it each programme its part.
 */
const DEFAULT_CAPS: Readonly<Record<string, bigint>> = {
	year: 2_500_000_000n,
	horizon: 10_000_000_000n,
	'programme:dashboard': 6_000_000_000n,
	'programme:validation': 3_000_000_000n,
	'programme:reserve': 1_000_000_000n
};

export interface Population {
	readonly lineage: string;
	readonly unit: Unit;
}

/** nano-rho */
export interface Balance extends AccountName {
	readonly spent: bigint;
	readonly cap: bigint;
}

/** The cap of an account until somebody decides another; null: it has to be opened by hand. */
export function defaultCap(scope: string): bigint | null {
	return DEFAULT_CAPS[scope] ?? (scope.startsWith('year:') ? DEFAULT_CAPS['year']! : null);
}

/**
 * Takes one amount from every scope, all or none; accounts with a default cap are opened where needed.
 * @throws BudgetRefusedError naming the first account that does not have it
 */
export async function debit(
	client: ClientBase,
	draft: Draft,
	population: Population,
	scopes: readonly string[],
	amount: bigint
): Promise<void> {
	let balances = await locked(client, population, scopes);
	for (const scope of scopes)
		requireSame(draft, { ...population, scope }, balances.find((balance) => balance.scope === scope) ?? null);
	const missing = scopes.filter((scope) => balances.every((balance) => balance.scope !== scope));
	for (const scope of missing) await openByDefault(client, draft, { ...population, scope });
	if (missing.length > 0) balances = await locked(client, population, scopes);
	const short = balances.find(({ spent, cap }) => amount > cap - spent);
	if (short !== undefined) throw refused(short, amount);
	const { rowCount } = await client.query(
		`update ledger.account set spent = spent + $4
		where lineage = $1 and unit = $2 and scope = any($3) and $4::bigint > 0 and $4::bigint <= cap - spent`,
		[population.lineage, population.unit, scopes, amount]
	);
	if (rowCount !== scopes.length) throw new Error('the accounts changed under their lock');
}

/** The accounts of these scopes that exist, in the order of the scopes, which is the order in which they are locked. */
async function locked(
	client: ClientBase,
	{ lineage, unit }: Population,
	scopes: readonly string[]
): Promise<Balance[]> {
	const { rows } = await client.query<BalanceRow>(
		`select lineage, unit, scope, spent, cap from ledger.account
		where lineage = $1 and unit = $2 and scope = any($3) order by array_position($3, scope) for update`,
		[lineage, unit, scopes]
	);
	return rows.map(toBalance);
}

async function openByDefault(client: ClientBase, draft: Draft, account: AccountName): Promise<void> {
	const cap = defaultCap(account.scope);
	if (cap === null)
		throw new BudgetRefusedError(
			`There is no account ${title(account)}. Let whoever answers for the budget open it with "voorzicht ledger open --scope ${account.scope}", or name another in budget of the specification.`
		);
	await client.query('insert into ledger.account (lineage, unit, scope, cap) values ($1, $2, $3, $4)', [
		account.lineage,
		account.unit,
		account.scope,
		cap
	]);
	await draft.add({ kind: 'open', ...nameOf(account), cap: cap.toString(), approvals: [] });
}

/** @throws BudgetRefusedError when the cap would lie below what was spent. */
export async function setCap(
	client: ClientBase,
	draft: Draft,
	account: AccountName,
	cap: bigint,
	approvals: readonly Approval[]
): Promise<void> {
	const { lineage, unit, scope } = account;
	requireSame(draft, account, await balanceOf(client, account));
	const { rowCount } = await client.query(
		`insert into ledger.account as a (lineage, unit, scope, cap) values ($1, $2, $3, $4)
		on conflict (lineage, unit, scope) do update set cap = excluded.cap where a.spent <= excluded.cap`,
		[lineage, unit, scope, cap]
	);
	if (rowCount === 0) {
		const spent = (await balanceOf(client, account))?.spent ?? 0n;
		throw new BudgetRefusedError(
			`Account ${title(account)} has spent rho ${rhoText(spent)}; its cap cannot become ${rhoText(cap)}. What is spent stays spent: choose a cap of at least that.`
		);
	}
	await draft.add({ kind: 'open', ...nameOf(account), cap: cap.toString(), approvals });
}

/** @throws OutsideFaultError when the row of an account is not what the sealed entries add up to */
function requireSame({ books }: Draft, account: AccountName, row: Balance | null): void {
	const sealed = books.account(account);
	if (sealed?.spent !== row?.spent || sealed?.cap !== row?.cap)
		throw new OutsideFaultError(
			`The account ${title(account)} is not what the entries of the ledger add up to: somebody changed it. Nothing can be charged to it; "voorzicht ledger verify" shows what else was changed.`
		);
}

interface BalanceRow extends AccountName {
	readonly spent: string;
	readonly cap: string;
}

const toBalance = (row: BalanceRow): Balance => ({ ...row, spent: BigInt(row.spent), cap: BigInt(row.cap) });
const nameOf = ({ lineage, unit, scope }: AccountName): AccountName => ({ lineage, unit, scope });

export async function balanceOf(client: ClientBase, { lineage, unit, scope }: AccountName): Promise<Balance | null> {
	const { rows } = await client.query<BalanceRow>(
		'select lineage, unit, scope, spent, cap from ledger.account where lineage = $1 and unit = $2 and scope = $3',
		[lineage, unit, scope]
	);
	return rows[0] === undefined ? null : toBalance(rows[0]);
}

export async function balances(client: ClientBase): Promise<Balance[]> {
	const { rows } = await client.query<BalanceRow>(
		'select lineage, unit, scope, spent, cap from ledger.account order by lineage, unit, id'
	);
	return rows.map(toBalance);
}

function refused(account: Balance, amount: bigint): BudgetRefusedError {
	return new BudgetRefusedError(
		`The budget of ${title(account)} is rho ${rhoText(account.cap)}; ${rhoText(account.spent)} is spent and ${rhoText(amount)} was asked. ` +
			'Ask for less (a smaller budget.rho in the specification), or let whoever answers for the budget raise the cap with "voorzicht ledger open".'
	);
}

function title({ lineage, unit, scope }: AccountName): string {
	return `${lineage}, ${unit}, ${scope}`;
}
