import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstIssue } from '../contract/issue.ts';
import { signatureSchema, type Signature } from '../contract/signature.ts';
import { InputError } from '../errors.ts';
import { fingerprintOf, type TrustedKeys } from './keys.ts';

export const SIGNATURE_FILE = 'signature.json';
/** Longer than the one text that a signature can have. */
const LONGEST = 1024;

/**
 * What is signed (Ed25519, RFC 8032): a name that keeps signatures of bundles apart from all others, and the sha256 of
 * manifest.json, which holds those of all other files. Two lines of text, so that anybody can make it again.
 */
export function signedMessage(manifestHash: string): Buffer {
	return Buffer.from(`voorzicht bundle 1\n${manifestHash}\n`);
}

/** Signs bundles. Its key shows in no print, log or JSON. */
export class Signer {
	readonly #privateKey: KeyObject;
	readonly #publicKey: KeyObject;
	/** Names the key in public. */
	readonly fingerprint: string;

	constructor(privateKey: KeyObject) {
		this.#privateKey = privateKey;
		this.#publicKey = createPublicKey(privateKey);
		this.fingerprint = fingerprintOf(this.#publicKey);
	}

	/** This signer's own signatures, and no others, count. */
	get trusted(): TrustedKeys {
		return new Map([[this.fingerprint, this.#publicKey]]);
	}

	sign(manifestHash: string): Signature {
		const signature = sign(null, signedMessage(manifestHash), this.#privateKey).toString('base64');
		return { algorithm: 'Ed25519', key: this.fingerprint, signature };
	}
}

/** Text of signature.json; a signature has no other. */
export function signatureText({ algorithm, key, signature }: Signature): string {
	return `${JSON.stringify({ algorithm, key, signature }, null, '\t')}\n`;
}

/** @throws InputError when the file is there and is not, byte by byte, a text that `signatureText` writes. */
export async function readSignature(folder: string): Promise<Signature | null> {
	const path = join(folder, SIGNATURE_FILE);
	const status = await lstat(path).catch(() => null);
	if (status === null) return null;
	const text = status.isFile() && status.size <= LONGEST ? await readFile(path, 'utf8') : '';
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw notOurs('it is not valid JSON');
	}
	const result = signatureSchema.safeParse(json);
	if (!result.success) throw notOurs(firstIssue(result.error).slice(0, -1));
	if (text !== signatureText(result.data))
		throw notOurs('it has other spaces or another order than it was written with');
	return result.data;
}

function notOurs(what: string): InputError {
	return new InputError(`${SIGNATURE_FILE}: ${what}. Take the bundle from its source again.`);
}

export type SignatureState = 'verified' | 'unknown-key' | 'unsigned';

/**
 * What a signature says about a manifest, to whoever trusts these keys.
 * @throws InputError when it names one of these keys and was not made with it, or not for this manifest
 */
export function signatureState(
	{ hash, signature }: { readonly hash: string; readonly signature: Signature | null },
	trusted: TrustedKeys
): SignatureState {
	if (signature === null) return 'unsigned';
	const key = trusted.get(signature.key);
	if (key === undefined) return 'unknown-key';
	if (verify(null, signedMessage(hash), key, Buffer.from(signature.signature, 'base64'))) return 'verified';
	throw new InputError(
		`${SIGNATURE_FILE} is not the signature of this manifest.json: one of them was changed or comes from another bundle. Take the bundle from its source again.`
	);
}
