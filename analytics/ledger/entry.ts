import { createHmac } from 'node:crypto';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

export type Unit = 'person' | 'household';

/** A population (all its revisions and mergers share it), what is protected, and over which span. */
export interface AccountName {
	readonly lineage: string;
	readonly unit: Unit;
	/** `horizon`, `year:YYYY`, `programme:NAME` or `project:NAME`. */
	readonly scope: string;
}

interface Common {
	readonly number: number;
	/** Clock of the database server, ISO 8601, UTC. For people: no rule of the ledger looks at it. */
	readonly at: string;
}

/** What two officers have put their names to. */
export interface Approval {
	readonly officer: string;
	/** Ed25519 over the statement, base64. */
	readonly signature: string;
}

/** An account is opened, or gets another cap. */
export interface OpenBody extends Common, AccountName {
	readonly kind: 'open';
	/** nano-rho */
	readonly cap: string;
	/** Empty for an account that opens with the default cap, for a lower cap, and while there are no officers. */
	readonly approvals: readonly Approval[];
}

export interface ChargeBody extends Common {
	readonly kind: 'charge';
	readonly key: string;
	readonly attempt: number;
	readonly lineage: string;
	readonly unit: Unit;
	readonly period: string;
	readonly snapshot: string;
	readonly planHash: string;
	readonly description: string;
	/** Exact cost, "n/d". */
	readonly rho: string;
	/** nano-rho, charged to each of the scopes. */
	readonly amount: string;
	readonly scopes: readonly string[];
}

export interface MeasuredBody extends Common {
	readonly kind: 'measured';
	readonly key: string;
	/** The entry that paid for it. */
	readonly charge: number;
	/** sha256 of the stored noisy tables. */
	readonly tables: string;
}

/** A bundle was written from a stored answer. */
export interface BundleBody extends Common {
	readonly kind: 'bundle';
	readonly key: string;
	readonly charge: number;
	/** sha256 of its manifest.json. */
	readonly manifest: string;
}

export interface Officer {
	readonly name: string;
	/** Ed25519 public key: SPKI, DER, base64. */
	readonly key: string;
}

/** Who answers for the budget from now on. */
export interface OfficersBody extends Common {
	readonly kind: 'officers';
	readonly officers: readonly Officer[];
	/** Empty for the first officers. */
	readonly approvals: readonly Approval[];
}

/** nano-rho */
export interface AdoptedAccount extends AccountName {
	readonly amount: string;
	readonly spent: string;
	readonly cap: string;
}

/** What the checkpoint had seen and this database had lost is taken over: spending never shrinks. */
export interface ReconciledBody extends Common {
	readonly kind: 'reconciled';
	/** The last entry of the checkpoint; null: the checkpoint itself was lost. */
	readonly over: Head | null;
	/** The last entry that checkpoint and database had in common. */
	readonly since: number;
	/** Every account: what is added to it, and what is spent of which cap from now on. */
	readonly accounts: readonly AdoptedAccount[];
	/** Who answers for the budget from now on. */
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

export type Body = OpenBody | ChargeBody | MeasuredBody | BundleBody | OfficersBody | ReconciledBody;
type WithoutNumber<B> = B extends Body ? Omit<B, 'number' | 'at'> : never;
export type NewEntry = WithoutNumber<Body>;

export interface Head {
	readonly number: number;
	readonly hash: string;
}

export const BEGINNING: Head = { number: 0, hash: GENESIS };

/** An entry as it stands in the database and in the checkpoint. */
export interface Link extends Head {
	readonly prev: string;
	/** Canonical JSON of the entry. */
	readonly body: string;
}

/** Keyed: whoever can write to the database still cannot make a chain that verifies. */
export function entryHash(prev: string, body: string, key: string): string {
	return createHmac('sha256', key).update(`${prev}\n${body}`).digest('hex');
}

export function linkAfter(head: Head, at: string, entry: NewEntry, key: string): Link {
	const number = head.number + 1;
	const body = JSON.stringify({ number, at, ...entry });
	return { number, prev: head.hash, hash: entryHash(head.hash, body, key), body };
}

export function isSealed({ prev, hash, body }: Link, key: string): boolean {
	return entryHash(prev, body, key) === hash;
}

export function kindOf({ body }: Link): Body['kind'] {
	return (JSON.parse(body) as Body).kind;
}
