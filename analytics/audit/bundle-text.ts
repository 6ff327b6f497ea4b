import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The files of a bundle without what must differ between two runs: the last column of the measurements, which carries noise,
 * the hashes of the files, and the signature of these.
 */
export async function bundleText(folder: string): Promise<Map<string, string>> {
	const names = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = new Map<string, string>();
	for (const entry of names.filter((name) => name.isFile())) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).replaceAll(sep, '/');
		files.set(name, withoutNoise(name, await readFile(path, 'utf8')));
	}
	return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutNoise(name: string, text: string): string {
	if (name === 'manifest.json') return text.replaceAll(/"[0-9a-f]{64}"/g, '""');
	if (name === 'signature.json') return text.replace(/"[A-Za-z0-9+/]{86}=="/, '""');
	return name.startsWith('measurements/') ? text.replaceAll(/(^|,)-?\d+$/gm, '$1') : text;
}
