import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OutsideFaultError } from '../errors.ts';

/** Tables of CBS may lie in folders of their own: so deep they are looked for. */
const DEPTH = 2;

/** What the disk says of the files at a place, without opening them. */
export async function stampOf(place: string): Promise<string> {
	return (await stamps(place, '', DEPTH)).join('\n');
}

async function stamps(root: string, name: string, depth: number): Promise<string[]> {
	const found = await stat(join(root, name), { bigint: true });
	if (!found.isDirectory() || depth < 0) return [stampText(name, found)];
	const inside: string[] = [];
	for (const entry of (await readdir(join(root, name))).sort())
		inside.push(...(await stamps(root, join(name, entry), depth - 1)));
	// A folder's own times change when files come and go, which the files tell.
	return [JSON.stringify([name]), ...inside];
}

/** The time of the last change of the file's entry cannot be put back as that of its content can. */
function stampText(name: string, { ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
	return JSON.stringify([name, ...[ino, size, mtimeNs, ctimeNs].map(String)]);
}

/** @throws OutsideFaultError when the files are not the ones that passed the checks */
export async function requireUnchanged(place: string, checked: string): Promise<void> {
	if ((await stampOf(place)) !== checked)
		throw new OutsideFaultError(
			`${place} changed while it was checked and read. Nothing was charged; let nobody write there, and run the command again.`
		);
}
