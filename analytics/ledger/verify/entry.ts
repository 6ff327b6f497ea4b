export interface Head {
	readonly number: number;
	readonly hash: string;
}

export interface Account {
	readonly lineage: string;
	readonly unit: string;
	readonly scope: string;
}

export interface Approval {
	readonly officer: string;
	readonly signature: string;
}

export interface Officer {
	readonly name: string;
	readonly key: string;
}

export interface Open extends Account {
	readonly kind: 'open';
	readonly cap: string;
	readonly approvals: readonly Approval[];
}

export interface Charge {
	readonly kind: 'charge';
	readonly key: string;
	readonly attempt: number;
	readonly lineage: string;
	readonly unit: string;
	readonly period: string;
	readonly snapshot: string;
	readonly planHash: string;
	readonly rho: string;
	readonly amount: string;
	readonly scopes: readonly string[];
}

export interface Measured {
	readonly kind: 'measured';
	readonly key: string;
	readonly charge: number;
	readonly tables: string;
}

export interface BundleWritten {
	readonly kind: 'bundle';
	readonly key: string;
	readonly charge: number;
	readonly manifest: string;
}

export interface Officers {
	readonly kind: 'officers';
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

export interface Adopted extends Account {
	readonly amount: string;
	readonly spent: string;
	readonly cap: string;
}

export interface Reconciled {
	readonly kind: 'reconciled';
	readonly over: Head | null;
	readonly since: number;
	readonly accounts: readonly Adopted[];
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

/** What an entry says, once grammar.ts has found it well-formed. Amounts are whole nano-rho. */
export type Body = { readonly number: number } & (Open | Charge | Measured | BundleWritten | Officers | Reconciled);

/** An account as one text, to look it up by. */
export function accountText({ lineage, unit, scope }: Account): string {
	return JSON.stringify([lineage, unit, scope]);
}
