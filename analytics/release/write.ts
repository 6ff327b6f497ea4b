import { constants, existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError, OutsideFaultError } from '../errors.ts';
import { bundleFiles, bundleManifest, type BundleContent } from './content.ts';
import { syncFolder, writeHashed } from './files.ts';
import { readManifest } from './manifest-file.ts';
import { readSignature, SIGNATURE_FILE, signatureState, signatureText, type Signer } from './signature.ts';

/**
 * Writes a release bundle, whole or not at all: under another name first, then renamed. A bundle of the same ledger entry
 * that this signer signed and that is there already is left as it is.
 * @returns sha256 (hex) of its manifest.json, which names the whole bundle
 * @throws InputError when the folder holds anything else, OutsideFaultError when the disk refuses.
 */
export async function writeBundle(folder: string, content: BundleContent, signer: Signer): Promise<string> {
	const target = resolve(folder);
	try {
		const there = await bundleThere(target, content.ledger.hash, signer);
		if (there !== null) return there;
		await mkdir(dirname(target), { recursive: true });
		const draft = await mkdtemp(`${target}.new-`);
		try {
			const hash = await writeFiles(draft, content, signer);
			await rmdir(target).catch(() => undefined);
			await rename(draft, target);
			await syncFolder(dirname(target));
			return hash;
		} finally {
			await rm(draft, { recursive: true, force: true });
		}
	} catch (error) {
		throw diskFault(error, target);
	}
}

/**
 * Looks whether a new bundle can be written, and changes nothing: the folder is absent or empty, and the nearest folder that
 * exists may be written to.
 * @throws InputError when it holds anything, OutsideFaultError when the disk refuses.
 */
export async function requireFreePlace(folder: string): Promise<void> {
	const target = resolve(folder);
	try {
		const names = await namesIn(target);
		if (names !== null && names.length > 0)
			throw new InputError(
				`${target} holds something already. Give --out a new folder; nothing was charged for this bundle.`
			);
		let nearest = target;
		while (!existsSync(nearest)) nearest = dirname(nearest);
		await access(nearest, constants.W_OK | constants.X_OK);
	} catch (error) {
		throw diskFault(error, target);
	}
}

async function writeFiles(draft: string, content: BundleContent, signer: Signer): Promise<string> {
	const files: Record<string, string> = {};
	for (const [path, text] of bundleFiles(content)) files[path] = await writeHashed(join(draft, path), text);
	const manifest = `${JSON.stringify(bundleManifest(content, files), null, '\t')}\n`;
	const hash = await writeHashed(join(draft, 'manifest.json'), [manifest]);
	await writeHashed(join(draft, SIGNATURE_FILE), [signatureText(signer.sign(hash))]);
	await syncFolder(join(draft, 'measurements'));
	await syncFolder(draft);
	return hash;
}

/**
 * The hash of the bundle of this ledger entry, when the folder holds it. One that this signer did not sign could have been
 * changed by anybody, so it is neither signed now nor taken for the bundle.
 * @throws InputError when the folder holds something other than that.
 */
async function bundleThere(target: string, entry: string, signer: Signer): Promise<string | null> {
	const names = await namesIn(target);
	if (names === null || names.length === 0) return null;
	const there = await readManifest(target).catch(() => null);
	const again = 'Run the same command with another --out: the answer is kept in the ledger and is not charged again.';
	if (there?.manifest.ledger.hash !== entry) throw new InputError(`${target} holds something else already. ${again}`);
	if (!(await isSigned(target, there.hash, signer)))
		throw new InputError(
			`${target} holds a bundle of this ledger entry that is not signed with the key in use. ${again}`
		);
	return there.hash;
}

async function isSigned(target: string, hash: string, signer: Signer): Promise<boolean> {
	try {
		return signatureState({ hash, signature: await readSignature(target) }, signer.trusted) === 'verified';
	} catch (error) {
		if (error instanceof InputError) return false;
		throw error;
	}
}

/** What a folder holds; null when it does not exist. */
function namesIn(target: string): Promise<string[] | null> {
	return readdir(target).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		if (error.code === 'ENOTDIR')
			throw new InputError(`${target} is a file, or lies in one. Choose another folder for the bundle.`, {
				cause: error
			});
		throw error;
	});
}

function diskFault(error: unknown, target: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (!/^E[A-Z]+$/.test(code)) return error;
	return new OutsideFaultError(
		`The bundle cannot be written to ${target} (${code}). Check its place, rights and room on the disk.`,
		{
			cause: error
		}
	);
}
