import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OutsideFaultError } from '../errors.ts';
import { syncFolder } from './files.ts';
import { parsePrivateKey, parsePublicKeys, type TrustedKeys } from './keys.ts';
import { Signer } from './signature.ts';

// A key pair in the data folder, so that whoever starts needs no key of their own. The private half is for its owner's eyes;
// the public half stands beside it, to be read here and to be given to others.

const PRIVATE = 'signing-key.pem';
const PUBLIC = 'signing-key.public.pem';

/**
 * The signer whose key lies in this folder; the first call makes it, and of calls at the same time one.
 * @throws InputError when the file is no key, OutsideFaultError when the disk refuses
 */
export async function localSigner(folder: string): Promise<Signer> {
	const path = join(folder, PRIVATE);
	try {
		await mkdir(folder, { recursive: true });
		const key = parsePrivateKey((await textOf(path)) ?? (await newKey(folder)), path);
		await keepPublic(folder, createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string);
		return new Signer(key);
	} catch (error) {
		throw diskFault(error, folder);
	}
}

/** The public half of the key pair in this folder; none before a key was made. @throws InputError when the file is no key */
export async function localTrustedKeys(folder: string): Promise<TrustedKeys> {
	const path = join(folder, PUBLIC);
	try {
		const text = await textOf(path);
		return text === null ? new Map() : parsePublicKeys(text, path);
	} catch (error) {
		throw diskFault(error, folder);
	}
}

/** Makes a private key under a name of its own first, and gives it the lasting name only if nobody has yet. */
async function newKey(folder: string): Promise<string> {
	const { privateKey } = generateKeyPairSync('ed25519');
	const path = join(folder, PRIVATE);
	await drafted(folder, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 0o600, (draft) =>
		link(draft, path).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'EEXIST') throw error;
		})
	);
	return readFile(path, 'utf8');
}

async function keepPublic(folder: string, text: string): Promise<void> {
	const path = join(folder, PUBLIC);
	if ((await textOf(path)) !== text) await drafted(folder, text, 0o644, (draft) => rename(draft, path));
}

async function drafted(folder: string, text: string, mode: number, use: (draft: string) => Promise<void>) {
	const draft = join(folder, `${randomUUID()}.tmp`);
	const file = await open(draft, 'wx', mode);
	try {
		await file.writeFile(text);
		await file.sync();
		await use(draft);
	} finally {
		await file.close();
		await rm(draft, { force: true });
	}
	await syncFolder(folder);
}

function textOf(path: string): Promise<string | null> {
	return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
}

function diskFault(error: unknown, folder: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (!/^E[A-Z]+$/.test(code)) return error;
	return new OutsideFaultError(
		`The signing key cannot be kept in ${folder} (${code}). Check its rights and room on the disk, or give a key in VOORZICHT_SIGNING_KEY.`,
		{ cause: error }
	);
}
