import type { ClientBase } from 'pg';
import { BudgetRefusedError } from '../errors.ts';
import { balanceOf, defaultCap, setCap } from './accounts.ts';
import { capNano } from './amount.ts';
import type { Chain } from './chain.ts';
import type { AccountName, Approval, Officer } from './entry.ts';
import { currentOfficers } from './officers.ts';
import { proposeReconcile, reconcile } from './reconcile.ts';
import { checkName, checkUnit } from './request.ts';
import { checkScope } from './scopes.ts';
import { canonical, checkOfficers, requireQuorum, type CapStatement, type Statement } from './statement.ts';

/** What somebody wishes about the budget. */
export type Wish =
	| ({ readonly action: 'cap'; /** rho, exact */ readonly cap: string } & AccountName)
	| { readonly action: 'officers'; readonly officers: readonly Officer[] }
	| { readonly action: 'reconcile' };

/** A wish as a statement about the ledger as it stands, for officers to sign. */
export async function propose(client: ClientBase, chain: Chain, wish: Wish): Promise<Statement> {
	switch (wish.action) {
		case 'cap': {
			const { lineage, unit, scope, cap } = wish;
			checkName('lineage', lineage);
			checkUnit(unit);
			checkScope(scope);
			const from = (await balanceOf(client, { lineage, unit, scope }))?.cap.toString() ?? null;
			return { action: 'cap', lineage, unit, scope, from, to: capNano(cap).toString() };
		}
		case 'officers':
			checkOfficers(wish.officers);
			return { action: 'officers', from: await currentOfficers(client), to: wish.officers };
		case 'reconcile':
			return proposeReconcile(client, chain);
	}
}

/** @throws BudgetRefusedError without the signatures that the statement needs, or when the ledger has changed since */
export async function decide(
	client: ClientBase,
	chain: Chain,
	statement: Statement,
	approvals: readonly Approval[]
): Promise<void> {
	if (statement.action === 'reconcile') return reconcile(client, chain, statement, approvals);
	await chain.extend(client, async (draft) => {
		const officers = await currentOfficers(client);
		const signed = officers.length > 0 && (await needsOfficers(client, statement)) ? approvals : [];
		if (signed === approvals) requireQuorum(statement, signed, officers);
		if (statement.action === 'officers') {
			checkOfficers(statement.to);
			if (canonical(statement.from) !== canonical(officers)) throw changed();
			await draft.add({ kind: 'officers', officers: statement.to, approvals: signed });
			return;
		}
		const { lineage, unit, scope, from, to } = statement;
		if (((await balanceOf(client, { lineage, unit, scope }))?.cap.toString() ?? null) !== from) throw changed();
		await setCap(client, draft, { lineage, unit, scope }, BigInt(to), signed);
	});
}

/** A lower cap harms nobody; any other decision is not one person's. */
async function needsOfficers(client: ClientBase, statement: Exclude<Statement, { action: 'reconcile' }>) {
	return statement.action === 'officers' || (await isRaise(client, statement));
}

async function isRaise(client: ClientBase, { to, ...account }: CapStatement): Promise<boolean> {
	const now = (await balanceOf(client, account))?.cap ?? defaultCap(account.scope) ?? 0n;
	return BigInt(to) > now;
}

function changed(): BudgetRefusedError {
	return new BudgetRefusedError('The ledger has changed since this proposal was made. Make and sign a new one.');
}
