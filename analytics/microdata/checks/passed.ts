import { statSync } from 'node:fs';
import type { DataFile } from '../data-file.ts';

/**
 * What passed in this process, by what the disk says of the files and what was asked of them. A run over several years reads each
 * file of history for every year that looks back on it, and releases of one year share their files: the same bytes need not pass
 * the same rules twice. Nothing is remembered of what failed.
 */
const passed = new Set<string>();

/** A question to some files, or null for files that no stamp tells apart. */
export function questionOf(files: readonly DataFile[], asked: readonly unknown[]): string | null {
	const stamps = files.map(stampOf);
	return stamps.includes(null) ? null : JSON.stringify([stamps, asked]);
}

export function hasPassed(question: string | null): boolean {
	return question !== null && passed.has(question);
}

export function remember(question: string | null): void {
	if (question !== null) passed.add(question);
}

/** The time of the last change of the file's entry cannot be put back as that of its content can. */
function stampOf({ path }: DataFile): string | null {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	if (found === undefined) return null;
	const { dev, ino, size, mtimeNs, ctimeNs } = found;
	return [path, dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
