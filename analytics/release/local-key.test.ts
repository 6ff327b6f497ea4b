import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { InputError, OutsideFaultError } from '../errors.ts';
import { fingerprintOf } from './keys.ts';
import { localSigner, localTrustedKeys } from './local-key.ts';
import { exampleKeyText, exampleSigner } from './testing/example.ts';

const home = mkdtempSync(join(tmpdir(), 'voorzicht-key-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'data');
});
const PRIVATE = 'signing-key.pem';
const PUBLIC = 'signing-key.public.pem';
const write = (name: string, text: string) => {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, name), text);
};

it('is made once, for its owner only, with its public half beside it', async () => {
	const { fingerprint } = await localSigner(folder);
	expect((await localSigner(folder)).fingerprint).toBe(fingerprint);
	expect([...(await localTrustedKeys(folder)).keys()]).toEqual([fingerprint]);
	expect(readdirSync(folder).sort()).toEqual([PRIVATE, PUBLIC]);
	if (process.platform !== 'win32') expect(statSync(join(folder, PRIVATE)).mode & 0o777).toBe(0o600);
	const text = readFileSync(join(folder, PUBLIC), 'utf8');
	expect(text).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
	expect(fingerprintOf(createPublicKey(text))).toBe(fingerprint);
});

it('is one for all who start at the same time, and another in another folder', async () => {
	const found = new Set<string>();
	for (let round = 0; round < 20; round++) {
		const place = join(folder, String(round));
		// One after the other begins while those before it are at every step of making theirs.
		const begun = [];
		for (let i = 0; i < 20; i++) {
			begun.push(localSigner(place));
			for (let turn = 0; turn < i % 4; turn++) await new Promise(setImmediate);
		}
		for (const { fingerprint } of await Promise.all(begun)) found.add(fingerprint);
		expect(found.size).toBe(round + 1);
		expect(readdirSync(place).sort()).toEqual([PRIVATE, PUBLIC]);
	}
});

it('may be put there by its owner; the public half then follows it', async () => {
	await localSigner(folder);
	write(PRIVATE, exampleKeyText());
	expect((await localSigner(folder)).fingerprint).toBe(exampleSigner().fingerprint);
	expect([...(await localTrustedKeys(folder)).keys()]).toEqual([exampleSigner().fingerprint]);
});

it('that is not there is trusted by nobody, and looking for it makes none', async () => {
	expect((await localTrustedKeys(folder)).size).toBe(0);
	expect(readdirSync(join(folder, '..'))).toEqual([]);
});

it('of another kind, or broken, is told by its file and never overwritten', async () => {
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
	for (const text of [rsa as string, '', 'x'.repeat(8192)]) {
		write(PRIVATE, text);
		const error: unknown = await localSigner(folder).catch((fault: unknown) => fault);
		expect(error).toBeInstanceOf(InputError);
		expect((error as Error).message).toContain(join(folder, PRIVATE));
		expect(readFileSync(join(folder, PRIVATE), 'utf8')).toBe(text);
	}
	write(PUBLIC, exampleKeyText());
	await expect(localTrustedKeys(folder)).rejects.toThrow(/holds a private key/);
});

it('where no file can be made is an outside fault, which names the other way', async () => {
	writeFileSync(folder, 'a file');
	await expect(localSigner(folder)).rejects.toThrow(OutsideFaultError);
	await expect(localSigner(folder)).rejects.toThrow(/cannot be kept in .*VOORZICHT_SIGNING_KEY/);
	mkdirSync(join(`${folder}-2`, PRIVATE), { recursive: true });
	await expect(localSigner(`${folder}-2`)).rejects.toThrow(/\(EISDIR\)/);
});
