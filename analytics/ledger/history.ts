import type { ClientBase } from 'pg';
import { balances } from './accounts.ts';
import { rhoText } from './amount.ts';
import type { BundleBody, ChargeBody, Unit } from './entry.ts';

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
	/** Every scope that paid. */
	readonly scopes: readonly string[];
	/** sha256 (hex) of the manifest.json of every bundle that was made of its answer. */
	readonly bundles: readonly string[];
	readonly hash: string;
}

export interface History {
	readonly accounts: readonly AccountState[];
	/** Every charge, oldest first. */
	readonly entries: readonly HistoryEntry[];
}

export async function selectHistory(client: ClientBase): Promise<History> {
	const charges = await client.query<{ body: string; hash: string; measured: boolean }>(
		`select e.body, e.hash, m.entry is not null as measured
		from ledger.entry e left join ledger.measurement m on m.entry = e.number
		where e.kind = 'charge' order by e.number`
	);
	const bundles = await bundlesByCharge(client);
	return {
		accounts: (await balances(client)).map((account) => ({
			...account,
			spent: rhoText(account.spent),
			cap: rhoText(account.cap)
		})),
		entries: charges.rows.map(({ body, hash, measured }) => {
			const { number, at, lineage, unit, period, snapshot, description, amount, scopes } = JSON.parse(
				body
			) as ChargeBody;
			return {
				entry: number,
				...{ at, lineage, unit, period, snapshot, description, scopes, hash },
				rho: rhoText(BigInt(amount)),
				state: measured ? 'measured' : 'charged',
				bundles: bundles.get(number) ?? []
			};
		})
	};
}

async function bundlesByCharge(client: ClientBase): Promise<Map<number, string[]>> {
	const { rows } = await client.query<{ body: string }>(
		`select body from ledger.entry where kind = 'bundle' order by number`
	);
	const found = new Map<number, string[]>();
	for (const { body } of rows) {
		const { charge, manifest } = JSON.parse(body) as BundleBody;
		found.set(charge, [...(found.get(charge) ?? []), manifest]);
	}
	return found;
}
