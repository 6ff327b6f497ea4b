import type { ClientBase } from 'pg';
import { rhoText } from './amount.ts';
import type { ChargeBody, Unit } from './entry.ts';

/** Amounts are exact decimals in rho. */
export interface AccountState {
	readonly lineage: string;
	readonly unit: Unit;
	readonly scope: string;
	readonly spent: string;
	readonly cap: string;
}

export interface HistoryEntry {
	readonly entry: number;
	readonly at: string;
	readonly lineage: string;
	readonly unit: Unit;
	readonly period: string;
	readonly snapshot: string;
	readonly description: string;
	readonly rho: string;
	/** `charged`: paid for, but its measurement never arrived. */
	readonly state: 'measured' | 'charged';
	readonly hash: string;
}

export interface History {
	readonly accounts: readonly AccountState[];
	/** Every charge, oldest first. */
	readonly entries: readonly HistoryEntry[];
}

export async function selectHistory(client: ClientBase): Promise<History> {
	const accounts = await client.query<{ lineage: string; unit: Unit; scope: string; spent: string; cap: string }>(
		'select lineage, unit, scope, spent, cap from ledger.account order by lineage, unit, scope'
	);
	const charges = await client.query<{ body: string; hash: string; measured: boolean }>(
		`select e.body, e.hash, m.entry is not null as measured
		from ledger.entry e left join ledger.measurement m on m.entry = e.number
		where e.kind = 'charge' order by e.number`
	);
	return {
		accounts: accounts.rows.map((row) => ({
			...row,
			spent: rhoText(BigInt(row.spent)),
			cap: rhoText(BigInt(row.cap))
		})),
		entries: charges.rows.map(({ body, hash, measured }) => {
			const { number, at, lineage, unit, period, snapshot, description, amount } = JSON.parse(body) as ChargeBody;
			const state = measured ? 'measured' : 'charged';
			return {
				entry: number,
				at,
				lineage,
				unit,
				period,
				snapshot,
				description,
				rho: rhoText(BigInt(amount)),
				state,
				hash
			};
		})
	};
}
