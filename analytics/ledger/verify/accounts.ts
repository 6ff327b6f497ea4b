import type { ClientBase } from 'pg';
import type { Books } from './books.ts';
import { accountText, type Account } from './entry.ts';
import type { Findings } from './findings.ts';
import { rowsOf } from './rows.ts';

export async function verifyAccounts(client: ClientBase, books: Books, found: Findings): Promise<void> {
	const missing = new Set(books.accounts.keys());
	const rows = rowsOf<Account & { readonly cap: string; readonly spent: string }>(
		client,
		'select lineage, unit, scope, cap::text, spent::text from ledger.account order by account.id'
	);
	for await (const row of rows) {
		const should = books.accounts.get(accountText(row));
		const place = `the account (${row.lineage}, ${row.unit}, ${row.scope})`;
		if (should === undefined) found.add(`${place} was never opened`);
		else if (row.spent !== should.spent.toString()) found.add(`${place} has spent another sum than its entries`);
		else if (row.cap !== should.cap.toString()) found.add(`${place} has another cap than its entries`);
		if (should !== undefined && !missing.delete(accountText(row))) found.add(`${place} is there twice`);
	}
	for (const name of missing) found.add(`the account (${(JSON.parse(name) as string[]).join(', ')}) is gone`);
}
