import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { exampleKeyText, exampleSigner, publicKeyText } from '../release/testing/example.ts';
import type { Context } from './command.ts';
import { signerOf, trustOf } from './signing.ts';

const home = mkdtempSync(join(tmpdir(), 'voorzicht-signing-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let cwd = '';
beforeEach(() => {
	cwd = mkdtempSync(join(home, 't-'));
});
const context = (env: Context['env'] = {}) => ({ cwd, env }) as unknown as Context;
const [office, lab] = [exampleSigner(1), exampleSigner(2)];

describe('who signs', () => {
	it('is the key in the environment, and no key is made then', async () => {
		const signer = await signerOf(context({ VOORZICHT_SIGNING_KEY: exampleKeyText(2).replaceAll('\n', '\\n') }));
		expect(signer.fingerprint).toBe(lab.fingerprint);
		expect(readdirSync(cwd)).toEqual([]);
	});

	it('is else the key of the data folder, which a first user does not have to make', async () => {
		const signer = await signerOf(context());
		expect((await signerOf(context())).fingerprint).toBe(signer.fingerprint);
		expect((await signerOf(context(), 'elsewhere')).fingerprint).not.toBe(signer.fingerprint);
		expect(readdirSync(join(cwd, '.voorzicht')).sort()).toEqual(['signing-key.pem', 'signing-key.public.pem']);
	});

	it.each(['', 'x'.repeat(8192), './key.pem', publicKeyText(exampleSigner())])(
		'is nobody when the environment holds something else, rather than the key of the data folder',
		async (text) => {
			const error: unknown = await signerOf(context({ VOORZICHT_SIGNING_KEY: text })).catch((fault: unknown) => fault);
			expect(error).toBeInstanceOf(InputError);
			expect((error as Error).message).toMatch(/^VOORZICHT_SIGNING_KEY is not an Ed25519 private key/);
			expect(readdirSync(cwd)).toEqual([]);
		}
	);
});

describe('whose signatures count', () => {
	const keys = async (env?: Context['env']) => [...(await trustOf(context(env))).keys.keys()];

	it('are those in the named file, and no others', async () => {
		writeFileSync(join(cwd, 'trusted.pem'), publicKeyText(office) + publicKeyText(lab));
		const env = { VOORZICHT_TRUSTED_KEYS: 'trusted.pem', VOORZICHT_SIGNING_KEY: exampleKeyText(3) };
		await signerOf(context());
		expect(await keys(env)).toEqual([office.fingerprint, lab.fingerprint]);
		expect((await trustOf(context(env))).named).toBe(true);
	});

	it('are else those of whoever signs here', async () => {
		expect(await keys()).toEqual([]);
		const { fingerprint } = await signerOf(context());
		expect(await keys()).toEqual([fingerprint]);
		expect(await keys({ VOORZICHT_SIGNING_KEY: exampleKeyText(2) })).toEqual([lab.fingerprint]);
		expect((await trustOf(context())).named).toBe(false);
	});

	it.each([
		['nowhere.pem', '', /VOORZICHT_TRUSTED_KEYS file .*nowhere\.pem cannot be read/],
		['empty.pem', ' \n', /VOORZICHT_TRUSTED_KEYS file .*empty\.pem is empty/],
		['.', '', /is a folder/],
		['garbage.pem', 'x'.repeat(8192), /garbage\.pem must hold Ed25519 public keys in PEM/],
		['private.pem', exampleKeyText(), /private\.pem holds a private key/]
	])("are nobody's, not those of the data folder, when the named file is %s", async (file, text, message) => {
		if (text !== '') writeFileSync(join(cwd, file), text);
		await signerOf(context());
		await expect(trustOf(context({ VOORZICHT_TRUSTED_KEYS: file }))).rejects.toThrow(InputError);
		await expect(trustOf(context({ VOORZICHT_TRUSTED_KEYS: file }))).rejects.toThrow(message);
	});
});
