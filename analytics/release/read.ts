import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { cellCount, type Domain, type NoisyTable } from '../contract/domain.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Signature } from '../contract/signature.ts';
import { InputError } from '../errors.ts';
import { bundleDomain } from './bundle-domain.ts';
import { measureOf } from './cells.ts';
import { verifiedText } from './files.ts';
import { readManifest } from './manifest-file.ts';
import { measurementPath, readMeasurement } from './measurement-file.ts';
import { readSignature, SIGNATURE_FILE, signatureText } from './signature.ts';

export interface Bundle {
	/** Absolute path. */
	readonly folder: string;
	readonly manifest: Manifest;
	/** sha256 (hex) of manifest.json: names the whole bundle. */
	readonly hash: string;
	/** As it stands in its file, not verified; null in a bundle that nobody signed. */
	readonly signature: Signature | null;
	/** The two files as they stand, byte by byte. */
	readonly manifestText: string;
	readonly signatureText: string | null;
	readonly domain: Domain;
	/** In the order of `domain.tables`. */
	readonly noisy: NoisyTable[];
}

/**
 * Reads and verifies a bundle: its files are exactly those that its tables need, with the hashes listed, and hold one whole
 * number for every cell of the public domain. The specification's own files are not needed. Who signed it is not looked at.
 * @throws InputError naming file, place and rule.
 */
export async function readBundle(place: string): Promise<Bundle> {
	const folder = resolve(place);
	const found = await listFolder(folder);
	const { manifest, hash } = await readManifest(folder);
	const signature = await readSignature(folder);
	await checkFiles(folder, found, manifest.files);
	for (const path of ['README.txt', 'attributes.csv', 'regions.csv']) needs(manifest, path);
	const text = (path: string, listed = manifest.files) => wholeText(piecesOf(folder, path, listed));
	const domain = bundleDomain(manifest.spec, await text('attributes.csv'), await text('regions.csv'));
	checkAgreement(manifest, domain);
	const texts = {
		manifestText: await text('manifest.json', { 'manifest.json': hash }),
		signatureText: signature === null ? null : signatureText(signature)
	};
	const noisy: NoisyTable[] = [];
	for (const [i, table] of domain.tables.entries()) {
		const pieces = piecesOf(folder, measurementPath(table), manifest.files);
		const counts = await readMeasurement(pieces, domain, table, measureOf(table, manifest.plan));
		noisy.push({ id: table.id, sigma2: manifest.plan.tables[i]!.sigma2, counts });
	}
	return { folder, manifest, hash, signature, ...texts, domain, noisy };
}

/** Paths of everything below the folder, with forward slashes. A link could lead outside, so it is no file. */
async function listFolder(folder: string): Promise<Set<string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
		throw new InputError(`${folder} is not a folder with a release bundle. Give the folder that measure wrote.`, {
			cause: error
		});
	});
	const files = new Set<string>();
	for (const entry of entries) {
		const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
		if (entry.isFile()) files.add(path);
		else if (!entry.isDirectory() || path !== 'measurements')
			throw new InputError(
				`${path} does not belong in a bundle: it holds plain files and the folder measurements only.`
			);
	}
	return files;
}

/** @throws InputError when a file is missing, extra, or not the one that was written. */
async function checkFiles(folder: string, found: ReadonlySet<string>, listed: Manifest['files']): Promise<void> {
	for (const path of found)
		if (path !== 'manifest.json' && path !== SIGNATURE_FILE && !Object.hasOwn(listed, path))
			throw new InputError(
				`${path} is in the folder but not in manifest.json. Remove it, or take the bundle from its source again.`
			);
	for (const path of Object.keys(listed)) {
		if (!found.has(path)) throw new InputError(`${path} is in manifest.json but not in the folder.`);
		// Looked at first, so that a changed file is told as such and not by the first rule that it breaks.
		for await (const piece of piecesOf(folder, path, listed)) void piece;
	}
}

function piecesOf(folder: string, path: string, listed: Manifest['files']): AsyncIterable<string> {
	return verifiedText(
		join(folder, path),
		listed[path]!,
		() =>
			new InputError(`${path} has changed since the bundle was written: its sha256 is not the one in manifest.json.`)
	);
}

async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}

/** What the manifest says twice it must say alike, and every listed file must be one that the tables need. */
function checkAgreement({ id, spec, plan, unit, period, files }: Manifest, domain: Domain): void {
	const refuse = (what: string): never => {
		throw new InputError(`manifest.json: ${what}.`);
	};
	if (id !== spec.id || id !== plan.id) refuse('id: the specification and the plan must have the same');
	if (period !== spec.period) refuse('period: it is not the period of the specification');
	for (const { kind, contribution } of [spec.unit, plan.unit])
		if (kind !== unit.kind || contribution !== unit.contribution)
			refuse('unit: the specification and the plan must have the same');
	const periods = domain.attributes.find(({ name }) => name === domain.series?.attribute)?.codes.length;
	if (
		plan.series?.attribute !== domain.series?.attribute ||
		plan.series?.spells !== domain.series?.spells ||
		plan.series?.periods !== periods
	)
		refuse('plan.series: it is not the series of the specification');
	if (plan.tables.length !== domain.tables.length) refuse('plan.tables: they are not the tables of the specification');
	for (const [i, table] of domain.tables.entries()) {
		const planned = plan.tables[i]!;
		if (
			planned.id !== table.id ||
			planned.level !== table.level ||
			planned.by.join() !== table.by.join() ||
			planned.sum !== table.sum
		)
			refuse(`plan.tables[${i}]: it is not table ${table.id} of the specification`);
		if (planned.cells !== cellCount(domain, table))
			refuse(`plan.tables[${i}]: table ${table.id} has ${cellCount(domain, table)} cells`);
		needs({ files }, measurementPath(table));
	}
	const expected = new Set(['README.txt', 'attributes.csv', 'regions.csv', ...domain.tables.map(measurementPath)]);
	for (const path of Object.keys(files)) if (!expected.has(path)) refuse(`files: ${path} does not belong in a bundle`);
}

function needs({ files }: Pick<Manifest, 'files'>, path: string): void {
	if (!Object.hasOwn(files, path)) throw new InputError(`manifest.json: files: ${path} is missing.`);
}
