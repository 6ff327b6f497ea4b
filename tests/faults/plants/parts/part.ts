import { readFileSync } from 'node:fs';
import type { Ledger } from '../../../../analytics/ledger/ledger.ts';
import type { Grounds } from '../../grounds.ts';
import { open, type Place } from '../../place.ts';

/** One thing that holds of the ledger; it throws when it does not. */
export type Part = (grounds: Grounds) => Promise<void>;
export type Parts = Readonly<Record<string, Part>>;

export const REFUSED = { name: 'BudgetRefusedError' };
export const OUTSIDE = { name: 'OutsideFaultError' };

/** Spending of a population by scope, as the ledger tells it. */
export async function spent(ledger: Ledger, lineage = 'population'): Promise<Record<string, string>> {
	const { accounts } = await ledger.history();
	return Object.fromEntries(accounts.flatMap((one) => (one.lineage === lineage ? [[one.scope, one.spent]] : [])));
}

export function checkpointText({ checkpoint }: Place): string {
	try {
		return readFileSync(checkpoint, 'utf8');
	} catch {
		return '';
	}
}

export async function withLedgers<T>(places: readonly Place[], use: (ledgers: Ledger[]) => Promise<T>): Promise<T> {
	const ledgers = await Promise.all(places.map(open));
	try {
		return await use(ledgers);
	} finally {
		for (const ledger of ledgers) await ledger.close();
	}
}
