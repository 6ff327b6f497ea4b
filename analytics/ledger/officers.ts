import type { ClientBase } from 'pg';
import type { Body, Officer } from './entry.ts';

/** Who answers for the budget; empty while nobody was named. */
export async function currentOfficers(client: ClientBase): Promise<readonly Officer[]> {
	const { rows } = await client.query<{ body: string }>(
		`select body from ledger.entry where kind in ('officers', 'reconciled') order by number desc limit 1`
	);
	if (rows[0] === undefined) return [];
	const body = JSON.parse(rows[0].body) as Body;
	return body.kind === 'officers' || body.kind === 'reconciled' ? body.officers : [];
}
