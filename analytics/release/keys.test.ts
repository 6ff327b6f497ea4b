import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { fingerprintOf, parsePrivateKey, parsePublicKeys } from './keys.ts';
import { exampleKeyText } from './testing/example.ts';

const ed25519 = generateKeyPairSync('ed25519');
const others: Record<string, { privateKey: KeyObject; publicKey: KeyObject }> = {
	RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
	'elliptic curve': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
	Ed448: generateKeyPairSync('ed448'),
	X25519: generateKeyPairSync('x25519')
};
const secret = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const open = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }) as string;
const encrypted = (key: KeyObject) =>
	key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }) as string;
/** 8 KB in which nothing is a key. */
const garbage = Array.from({ length: 8192 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');

/** The refusal: a good sentence, without any line of the key. */
function refusal(parse: () => unknown, text: string): string {
	try {
		parse();
	} catch (error) {
		expect(error).toBeInstanceOf(InputError);
		const { message, cause } = error as InputError;
		const lines = text.split(/\s+|\\n/).filter((line) => line.length > 20 && !line.includes('-----'));
		for (const line of lines) expect(`${message} ${String(cause)}`).not.toContain(line);
		return message;
	}
	throw new Error('was not refused');
}

describe('a private key', () => {
	it('is read from PEM, also with line ends written as \\n or as Windows writes them', () => {
		const text = exampleKeyText();
		for (const form of [text, text.replaceAll('\n', '\\n'), text.replaceAll('\n', '\r\n'), `mine:\n${text}\n`])
			expect(parsePrivateKey(form, 'THE_KEY').equals(createPrivateKey(text))).toBe(true);
	});

	it.each<readonly [string, string]>([
		...Object.entries(others).map(([name, { privateKey }]) => [name, secret(privateKey)] as const),
		['a public key', open(ed25519.publicKey)],
		['two keys', exampleKeyText(1) + exampleKeyText(2)],
		['a key behind a pass phrase', encrypted(ed25519.privateKey)],
		['half a key', exampleKeyText().replace(/.{20}\n-----END/, '\n-----END')],
		['a key without its first line', exampleKeyText().split('\n').slice(1).join('\n')],
		['nothing', ''],
		['a path', './signing-key.pem'],
		['8 KB of something else', garbage],
		['8 KB of something else between the right lines', exampleKeyText().replace(/\n.*\n/, `\n${garbage}\n`)],
		['a megabyte', exampleKeyText().padEnd(1_000_000)]
	])('is not %s', (_name, text) => {
		expect(refusal(() => parsePrivateKey(text, 'THE_KEY'), text)).toMatch(
			/^THE_KEY is not an Ed25519 private key in PEM/
		);
	});
});

describe('trusted public keys', () => {
	it('are all in the file, by their fingerprints, with remarks between them', () => {
		const other = generateKeyPairSync('ed25519').publicKey;
		const keys = parsePublicKeys(`# office\n${open(ed25519.publicKey)}# lab\n${open(other)}`, 'keys.pem');
		expect([...keys.keys()]).toEqual([fingerprintOf(ed25519.publicKey), fingerprintOf(other)]);
		expect(keys.get(fingerprintOf(other))!.equals(other)).toBe(true);
	});

	it.each<readonly [string, string]>([
		...Object.entries(others).map(([name, { publicKey }]) => [name, open(publicKey)] as const),
		['a good one and another kind', open(ed25519.publicKey) + open(others['RSA']!.publicKey)],
		['nothing', 'nothing'],
		['8 KB of something else', garbage],
		['a good one and a broken one', `${open(ed25519.publicKey)}-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----`]
	])('are not %s', (_name, text) => {
		expect(refusal(() => parsePublicKeys(text, 'keys.pem'), text)).toMatch(/^keys\.pem must hold Ed25519 public keys/);
	});

	it('are no private keys, which would be trusted by their public half', () => {
		for (const text of [exampleKeyText(), encrypted(ed25519.privateKey)])
			expect(refusal(() => parsePublicKeys(text, 'keys.pem'), text)).toMatch(/^keys\.pem holds a private key/);
	});
});

it('the fingerprint is the sha256 of the key in DER, as openssl makes it', () => {
	// openssl pkey -in <exampleKeyText(1)> -pubout -outform DER | openssl dgst -sha256
	const key = parsePrivateKey(exampleKeyText(1), 'THE_KEY');
	expect(fingerprintOf(createPublicKey(key))).toBe('fd110d301d2f077de1414b8f99f441b1403fab207b2052fbd2c065e4ee8e7dc2');
});
