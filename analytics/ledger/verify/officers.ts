import { createPublicKey, verify } from 'node:crypto';
import type { Approval, Officer } from './entry.ts';

const QUORUM = 2;

export function isApproved(statement: object, approvals: readonly Approval[], officers: readonly Officer[]): boolean {
	return (signersOf(statement, approvals, officers) ?? 0) >= QUORUM;
}

/** How many different officers have signed; null when a signature is not of an officer, or not under this statement. */
export function signersOf(
	statement: object,
	approvals: readonly Approval[],
	officers: readonly Officer[]
): number | null {
	const message = Buffer.from(`voorzicht ledger 1\n${canonical(statement)}`);
	const signed = new Set<string>();
	for (const { officer, signature } of approvals) {
		const known = officers.find((one) => one.name === officer);
		if (known === undefined || !isSigned(message, signature, known.key)) return null;
		signed.add(known.key);
	}
	return signed.size;
}

function isSigned(message: Buffer, signature: string, key: string): boolean {
	const publicKey = ed25519(key);
	return publicKey !== null && verify(null, message, publicKey, Buffer.from(signature, 'base64'));
}

function ed25519(key: string) {
	try {
		const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
		return publicKey.asymmetricKeyType === 'ed25519' ? publicKey : null;
	} catch {
		return null;
	}
}

export function areOfficers(officers: readonly Officer[]): boolean {
	const names = new Set(officers.map(({ name }) => name));
	const keys = new Set(officers.map(({ key }) => key));
	const isEach = names.size === officers.length && keys.size === officers.length;
	return isEach && officers.length >= QUORUM && officers.every(({ key }) => ed25519(key) !== null);
}

/** JSON whose objects have their names in order. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}
