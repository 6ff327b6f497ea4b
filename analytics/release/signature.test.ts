import { createHash, createPrivateKey, sign } from 'node:crypto';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Signature } from '../contract/signature.ts';
import { InputError } from '../errors.ts';
import { readBundle, requireSigned, writeBundle } from './bundle.ts';
import { signedMessage, signatureText } from './signature.ts';
import { exampleContent, exampleKeyText, exampleSigner } from './testing/example.ts';

// A release that nobody can doubt: whoever can edit a bundle, and knows how to put its hashes right, cannot make it another one.

const [office, attacker] = [exampleSigner(1), exampleSigner(2)];
const home = mkdtempSync(join(tmpdir(), 'voorzicht-signature-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const [original, later] = [join(home, 'original'), join(home, 'later')];
let hash = '';
beforeAll(async () => {
	hash = await writeBundle(original, exampleContent(), office);
	await writeBundle(later, exampleContent(8), office);
});
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'bundle');
	cpSync(original, folder, { recursive: true });
});

const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');
const put = (signature: object) => writeFileSync(path('signature.json'), signatureText(signature as Signature));
const taken = () => JSON.parse(text('signature.json')) as Signature;

async function verified() {
	return requireSigned(await readBundle(folder), office.trusted);
}

async function refused(message: RegExp): Promise<void> {
	const error: unknown = await verified().catch((fault: unknown) => fault);
	expect(error).toBeInstanceOf(InputError);
	expect((error as Error).message).toMatch(message);
	expect((error as Error).message.trim()).not.toContain('\n');
	expect((error as Error).message.length).toBeLessThan(400);
}

const WRONG = /^signature\.json is not the signature of this manifest\.json/;
const UNKNOWN = /^The bundle is signed with key [0-9a-f]{64}, which is not trusted here/;

it('the bundle that is attacked below is a good one, and says who signed it', async () => {
	expect(await verified()).toMatchObject({ hash, signedBy: office.fingerprint });
	expect(hash).toBe(createHash('sha256').update(text('manifest.json')).digest('hex'));
	expect(text('signature.json')).toMatch(
		/^\{\n\t"algorithm": "Ed25519",\n\t"key": "[0-9a-f]{64}",\n\t"signature": ".{88}"\n\}\n$/
	);
});

it('equal contents are equal bytes, signature and all', async () => {
	await writeBundle(`${folder}-2`, exampleContent(), office);
	for (const name of readdirSync(original, { recursive: true, encoding: 'utf8' }))
		if (statSync(path(name)).isFile())
			expect(readFileSync(join(`${folder}-2`, name))).toEqual(readFileSync(path(name)));
});

describe('a flipped bit is seen', () => {
	it.each([
		'README.txt',
		'attributes.csv',
		'manifest.json',
		'measurements/all.age.csv',
		'measurements/all.csv',
		'measurements/gemeente.kind.poor.csv',
		'regions.csv',
		'signature.json'
	])('anywhere in %s', async (name) => {
		const bytes = readFileSync(path(name));
		// Every byte of a short file, and 60 of a long one; each time another bit.
		const step = Math.max(1, Math.floor(bytes.length / 60));
		for (let at = 0; at < bytes.length; at += step) {
			const changed = Buffer.from(bytes);
			changed[at]! ^= 1 << (at % 8);
			writeFileSync(path(name), changed);
			await refused(/./);
		}
	});
});

describe('who changes a bundle and puts its hashes right', () => {
	function change(name: string, from: string | RegExp, to: string): void {
		const changed = text(name).replace(from, to);
		expect(changed).not.toBe(text(name));
		const manifest = JSON.parse(text('manifest.json')) as { files: Record<string, string> };
		if (name !== 'manifest.json') manifest.files[name] = createHash('sha256').update(changed).digest('hex');
		writeFileSync(path('manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
		writeFileSync(path(name), changed);
	}

	it.each([
		['a count', 'measurements/all.age.csv', '18+,2', '18+,3'],
		['the name of a region', 'regions.csv', "'s-Gravenhage", 'Scheveningen'],
		['a line for the checker', 'README.txt', 'rho = 0,1', 'rho = 0,2'],
		['what the noise is', 'manifest.json', '"sigma2": "100/3"', '"sigma2": "1/3"'],
		['whether it is final', 'manifest.json', '"status": "final"', '"status": "provisional"'],
		[
			'what it replaces',
			'manifest.json',
			'"revisionOf": null',
			`"revisionOf": {"entry": 1, "manifest": "${'a'.repeat(64)}"}`
		],
		['the layout of the manifest', 'manifest.json', /\t/g, '  '],
		['the end of the manifest', 'manifest.json', /\n$/, '']
	])('has no signature for it: %s', async (_what, name, from, to) => {
		change(name, from, to);
		await expect(readBundle(folder)).resolves.toMatchObject({ signature: { key: office.fingerprint } });
		await refused(WRONG);
	});

	it('cannot sign it with a key of his own', async () => {
		change('measurements/all.age.csv', '18+,2', '18+,3');
		const { hash: changed } = await readBundle(folder);
		put(attacker.sign(changed));
		await refused(UNKNOWN);
		put({ ...attacker.sign(changed), key: office.fingerprint });
		await refused(WRONG);
	});

	it('cannot leave the signature out', async () => {
		rmSync(path('signature.json'));
		await refused(/^The bundle has no signature\.json/);
	});
});

describe('a signature is not', () => {
	it('that of another bundle of the same signer', async () => {
		cpSync(join(later, 'signature.json'), path('signature.json'));
		await refused(WRONG);
	});

	it('a good one under the name of another key', async () => {
		put({ ...taken(), key: attacker.fingerprint });
		await refused(UNKNOWN);
	});

	it('of anything but the message of a bundle', async () => {
		const other = (message: Buffer | string) => {
			// The same signer, signing what is not a bundle's message.
			const key = createPrivateKey(exampleKeyText(1));
			put({ ...taken(), signature: sign(null, Buffer.from(message), key).toString('base64') });
		};
		other(signedMessage(hash));
		await expect(verified()).resolves.toMatchObject({ hash });
		for (const message of [hash, Buffer.from(hash, 'hex'), text('manifest.json'), `voorzicht bundle 1\n${hash}`, '']) {
			other(message);
			await refused(WRONG);
		}
	});

	it('a second one for the same message: s + L in the place of s, nothing, or all zeros', async () => {
		const bytes = Buffer.from(taken().signature, 'base64');
		const order = (1n << 252n) + 27742317777372353535851937790883648493n;
		let s = 0n;
		for (let i = 63; i >= 32; i--) s = (s << 8n) | BigInt(bytes[i]!);
		s += order;
		for (let i = 32; i < 64; i++, s >>= 8n) bytes[i] = Number(s & 255n);
		put({ ...taken(), signature: bytes.toString('base64') });
		await refused(WRONG);
		put({ ...taken(), signature: Buffer.alloc(64).toString('base64') });
		await refused(WRONG);
	});

	it('enough where no key, or another one, is trusted', async () => {
		const bundle = await readBundle(folder);
		expect(() => requireSigned(bundle, new Map())).toThrow(/no public key is trusted here/);
		expect(() => requireSigned(bundle, attacker.trusted)).toThrow(UNKNOWN);
		expect(requireSigned(bundle, new Map([...attacker.trusted, ...office.trusted])).signedBy).toBe(office.fingerprint);
	});
});

describe('nothing is smuggled in signature.json', () => {
	const last = /(.)==/;
	it.each<[string, (text: string) => string, RegExp]>([
		['a field', (s) => s.replace('{', '{"rijen": 17,'), /there is no setting named rijen/],
		['a field twice', (s) => s.replace('{', '{"key": "17",'), /other spaces or another order/],
		['spaces', (s) => `${s} \t `, /other spaces/],
		[
			'another order',
			(s) => signatureText(JSON.parse(s) as Signature).replace(/(\t"a.*\n)(\t"k.*\n)/, '$2$1'),
			/other spaces/
		],
		['a byte order mark', (s) => `\uFEFF${s}`, /not valid JSON/],
		['line ends of Windows', (s) => s.replaceAll('\n', '\r\n'), /other spaces/],
		[
			'the spare bits of base64',
			(s) => s.replace(last, (_, c: string) => `${String.fromCharCode(c.charCodeAt(0) + 1)}==`),
			/64 bytes in base64/
		],
		['base64 without its end', (s) => s.replace('==', ''), /64 bytes in base64/],
		['a longer signature', (s) => s.replace(last, '$1AAA=='), /64 bytes in base64/],
		[
			'a key in capitals',
			(s) => s.replace(/"key": "(.*)"/, (line) => line.toUpperCase().replace('KEY', 'key')),
			/hexadecimal/
		],
		['another algorithm', (s) => s.replace('Ed25519', 'none'), /algorithm: must be Ed25519/],
		['a list', (s) => `[${s}]`, /must be a group of names and values/],
		['nothing', () => '', /not valid JSON/],
		['eight thousand characters', (s) => s.padEnd(8192), /not valid JSON/]
	])('%s', async (_what, change, message) => {
		const changed = change(text('signature.json'));
		expect(changed).not.toBe(text('signature.json'));
		writeFileSync(path('signature.json'), changed);
		await refused(message);
		await expect(readBundle(folder)).rejects.toThrow(InputError);
	});

	it('a link, a folder, or a file that the manifest lists', async () => {
		renameSync(path('signature.json'), `${folder}-signature.json`);
		symlinkSync(`${folder}-signature.json`, path('signature.json'));
		await refused(/^signature\.json does not belong in a bundle/);
		rmSync(path('signature.json'));
		mkdirSync(path('signature.json'));
		await refused(/^signature\.json does not belong in a bundle/);
		rmSync(path('signature.json'), { recursive: true });
		renameSync(`${folder}-signature.json`, path('signature.json'));
		const manifest = JSON.parse(text('manifest.json')) as { files: Record<string, string> };
		manifest.files['signature.json'] = createHash('sha256').update(text('signature.json')).digest('hex');
		writeFileSync(path('manifest.json'), JSON.stringify(manifest));
		await refused(/files: signature\.json does not belong/);
	});
});

describe('a bundle that is there already', () => {
	it('is left as it is when its signature is that of this signer, and answers the same hash', async () => {
		expect(await writeBundle(folder, exampleContent(), office)).toBe(hash);
	});

	it.each<[string, () => void]>([
		['has no signature', () => rmSync(path('signature.json'))],
		['has a broken signature', () => writeFileSync(path('signature.json'), '{}')],
		['has the signature of another', () => put(attacker.sign(hash))],
		['was changed', () => writeFileSync(path('manifest.json'), text('manifest.json').replaceAll('\t', ' '))]
	])('is neither signed nor taken for this one when it %s', async (_what, change) => {
		change();
		const before = existing();
		await expect(writeBundle(folder, exampleContent(), office)).rejects.toThrow(
			/holds a bundle of this ledger entry that is not signed with the key in use\. Run .* another --out/
		);
		expect(existing()).toEqual(before);
	});

	const existing = () =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => statSync(path(name)).isFile())
			.map((name) => [name, text(name)]);
});

it('a signer shows its key in no print, log or JSON', () => {
	const shown = `${inspect(office, { depth: 9, showHidden: true })} ${JSON.stringify(office)} ${String(office)}`;
	expect(shown).toContain(office.fingerprint);
	expect(shown).not.toContain(Buffer.alloc(32, 1).toString('base64').slice(0, 20));
	expect(shown).not.toMatch(/PRIVATE/);
});
