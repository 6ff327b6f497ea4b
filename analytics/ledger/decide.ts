import type { ClientBase } from 'pg';
import { BudgetRefusedError, InputError } from '../errors.ts';
import { defaultCap, setCap } from './accounts.ts';
import { capNano } from './amount.ts';
import type { Books } from './books.ts';
import type { Chain } from './chain.ts';
import type { AccountName, Approval, Officer } from './entry.ts';
import { proposeReconcile, reconcile } from './reconcile.ts';
import { checkName, checkUnit } from './request.ts';
import { checkScope } from './scopes.ts';
import {
	canonical,
	checkOfficers,
	requireQuorum,
	type CapStatement,
	type OfficersStatement,
	type Statement
} from './statement.ts';

/** What somebody wishes about the budget. */
export type Wish =
	| ({ readonly action: 'cap'; /** rho, exact */ readonly cap: string } & AccountName)
	| { readonly action: 'officers'; readonly officers: readonly Officer[] }
	| { readonly action: 'reconcile' };

/** A wish as a statement about the ledger as it stands, for officers to sign. */
export async function propose(client: ClientBase, chain: Chain, wish: Wish): Promise<Statement> {
	if (wish.action === 'reconcile') return proposeReconcile(client, chain);
	const books = await chain.books(client);
	if (wish.action === 'officers') {
		checkOfficers(wish.officers);
		return { action: 'officers', from: books.officers, to: wish.officers, after: books.appointed };
	}
	const { lineage, unit, scope, cap } = wish;
	const account = { lineage, unit, scope };
	checkAccount(account);
	return { action: 'cap', ...account, ...standing(books, account), to: capNano(cap).toString() };
}

/** @throws BudgetRefusedError without the signatures that the statement needs, or when the ledger has changed since */
export async function decide(
	client: ClientBase,
	chain: Chain,
	statement: Statement,
	approvals: readonly Approval[]
): Promise<void> {
	if (statement.action === 'reconcile') return reconcile(client, chain, statement, approvals);
	// A proposal may come from anywhere: it is looked at as if nobody had before.
	if (statement.action === 'officers') checkOfficers(statement.to);
	else checkCap(statement);
	await chain.extend(client, async (draft) => {
		const { books } = draft;
		if (canonical(statement) !== canonical({ ...statement, ...asItStands(books, statement) }))
			throw new BudgetRefusedError('The ledger has changed since this proposal was made. Make and sign a new one.');
		const isDue = books.officers.length > 0 && needsOfficers(books, statement);
		const signed = isDue ? requireQuorum(statement, approvals, books.officers) : [];
		if (statement.action === 'officers')
			await draft.add({ kind: 'officers', officers: statement.to, approvals: signed });
		else await setCap(client, draft, statement, BigInt(statement.to), signed);
	});
}

/** What a statement says of the ledger before it. */
function asItStands(books: Books, statement: CapStatement | OfficersStatement) {
	return statement.action === 'officers'
		? { from: books.officers, after: books.appointed }
		: standing(books, statement);
}

function standing(books: Books, account: AccountName): Pick<CapStatement, 'from' | 'after'> {
	return { from: books.account(account)?.cap.toString() ?? null, after: books.decided(account) };
}

/** A lower cap harms nobody; any other decision is not one person's. */
function needsOfficers(books: Books, statement: CapStatement | OfficersStatement): boolean {
	if (statement.action === 'officers') return true;
	return BigInt(statement.to) > (books.account(statement)?.cap ?? defaultCap(statement.scope) ?? 0n);
}

function checkAccount({ lineage, unit, scope }: AccountName): void {
	checkName('lineage', lineage);
	checkUnit(unit);
	checkScope(scope);
}

function checkCap({ from, to, ...account }: CapStatement): void {
	checkAccount(account);
	if (from === to) throw new InputError('The account has this cap already: there is nothing to decide.');
	// In rho it is the exact amount again, with the bounds of every cap.
	const isAmount = /^\d{1,15}$/.test(to) && capNano(`${to}/1000000000`).toString() === to;
	if (!isAmount) throw new InputError('The cap of a proposal is a whole number of nano-rho.');
}
