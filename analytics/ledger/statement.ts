import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { BudgetRefusedError, InputError } from '../errors.ts';
import type { AccountName, Approval, Head, Officer } from './entry.ts';

/** Something about the budget that one person may not decide alone. nano-rho. */
export type Statement = CapStatement | OfficersStatement | ReconcileStatement;

export interface CapStatement extends AccountName {
	readonly action: 'cap';
	/** The cap that it replaces; null: the account does not exist. */
	readonly from: string | null;
	readonly to: string;
	/** The last decision about this account or about the officers: signatures are of one ledger and one moment. */
	readonly after: Head;
}

export interface OfficersStatement {
	readonly action: 'officers';
	/** The entry that named the officers of now. */
	readonly after: Head;
	readonly from: readonly Officer[];
	readonly to: readonly Officer[];
}

export interface ReconcileStatement {
	readonly action: 'reconcile';
	/** The last entry of the database. */
	readonly database: Head;
	/** The last entry of the checkpoint; null: it is gone. */
	readonly checkpoint: Head | null;
}

/** Too few officers have put their names to a statement. */
export class QuorumError extends BudgetRefusedError {}

/** How many officers must put their names to a statement. */
export const QUORUM = 2;

/** What is signed: a fixed first line, so that a signature under anything else is none under this. */
function message(statement: Statement): Buffer {
	return Buffer.from(`voorzicht ledger 1\n${canonical(statement)}`);
}

/** JSON with its names in order, so that a statement has one text. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}

/** The signature of an officer under a statement, base64. */
export function approve(statement: Statement, privateKey: KeyObject): string {
	return sign(null, message(statement), privateKey).toString('base64');
}

/**
 * The signatures under a statement of officers, once each; others count for nothing.
 * @throws QuorumError when fewer than two different officers have signed
 */
export function requireQuorum(
	statement: Statement,
	approvals: readonly Approval[],
	officers: readonly Officer[]
): Approval[] {
	const good = officers.flatMap(({ name, key }) => {
		const own = approvals.find(({ officer, signature }) => officer === name && isSigned(statement, signature, key));
		return own === undefined ? [] : [{ officer: own.officer, signature: own.signature }];
	});
	if (good.length >= QUORUM) return good;
	const others = approvals.filter(({ officer }) => good.every((approval) => approval.officer !== officer));
	const ignored = [...new Set(others.map(({ officer }) => officer))].join(', ');
	throw new QuorumError(
		`This needs the signatures of ${QUORUM} officers of the ledger, and has ${good.length}.${ignored === '' ? '' : ` Not one of an officer under this very text: ${ignored}.`}`
	);
}

function isSigned(statement: Statement, signature: string, key: string): boolean {
	// One signature has one spelling: another one would be another entry.
	if (!/^[A-Za-z0-9+/]{85}[AQgw]==$/.test(signature)) return false;
	const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
	return verify(null, message(statement), publicKey, Buffer.from(signature, 'base64'));
}

/** @throws InputError unless there are at least two, each with a name and an Ed25519 key of their own */
export function checkOfficers(officers: readonly Officer[]): void {
	const names = new Set(officers.map(({ name }) => name));
	const keys = new Set(officers.map(({ key }) => key));
	if (officers.length < QUORUM || names.size < officers.length || keys.size < officers.length)
		throw new InputError(`A ledger has at least ${QUORUM} officers, each with a name and a key of their own.`);
	for (const { name, key } of officers)
		if (!isPublicKey(key) || name.length > 200 || name.trim() === '' || /\p{Cc}/u.test(name))
			throw new InputError(
				'An officer is a name of at most 200 characters and an Ed25519 public key, as "voorzicht ledger officer-key" writes them.'
			);
}

function isPublicKey(key: string): boolean {
	try {
		const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
		return (
			publicKey.asymmetricKeyType === 'ed25519' &&
			publicKey.export({ type: 'spki', format: 'der' }).toString('base64') === key
		);
	} catch {
		return false;
	}
}
