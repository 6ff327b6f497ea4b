import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { InputError } from '../errors.ts';

// Keys as texts (PEM). Only Ed25519 keys pass, and no message holds any part of a key.

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;
/** Far more than anybody's trusted keys. */
const LONGEST = 65_536;

/** Public keys whose signatures count, by their fingerprint. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

/** sha256 (hex) of a public key in DER (SubjectPublicKeyInfo). */
export function fingerprintOf(publicKey: KeyObject): string {
	return createHash('sha256')
		.update(publicKey.export({ type: 'spki', format: 'der' }))
		.digest('hex');
}

/**
 * A private key from a PKCS #8 text, in which line ends may be written as \n.
 * @param where names the text in the message
 * @throws InputError unless it is one unencrypted Ed25519 key
 */
export function parsePrivateKey(text: string, where: string): KeyObject {
	const blocks = text.length > LONGEST ? [] : blocksIn(text.replaceAll('\\n', '\n'));
	const key =
		blocks.length === 1 && blocks[0]!.label === 'PRIVATE KEY' ? keyOf(createPrivateKey, blocks[0]!.pem) : null;
	if (key === null)
		throw new InputError(
			`${where} is not an Ed25519 private key in PEM (PKCS #8). Make one with: openssl genpkey -algorithm ed25519.`
		);
	return key;
}

/**
 * All public keys in a text; what stands between them is theirs who wrote it, such as names.
 * @throws InputError unless it has one, and nothing but Ed25519 public keys
 */
export function parsePublicKeys(text: string, where: string): TrustedKeys {
	const blocks = text.length > LONGEST ? [] : blocksIn(text);
	if (blocks.some(({ label }) => label.endsWith('PRIVATE KEY')))
		throw new InputError(
			`${where} holds a private key. Give public keys only, and keep private ones with their signer.`
		);
	const keys = blocks.map(({ label, pem }) => (label === 'PUBLIC KEY' ? keyOf(createPublicKey, pem) : null));
	if (keys.length === 0 || keys.includes(null))
		throw new InputError(
			`${where} must hold Ed25519 public keys in PEM and no other keys. The signer finds it beside the private key.`
		);
	return new Map(keys.map((key) => [fingerprintOf(key!), key!]));
}

function blocksIn(text: string): { label: string; pem: string }[] {
	return [...text.matchAll(BLOCK)].map(([pem, label]) => ({ label: label!, pem }));
}

/** Null for what is no Ed25519 key; the fault of the parser is not told, as it could quote the key. */
function keyOf(parse: (pem: string) => KeyObject, pem: string): KeyObject | null {
	try {
		const key = parse(pem);
		return key.asymmetricKeyType === 'ed25519' ? key : null;
	} catch {
		return null;
	}
}
