import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OutsideFaultError } from '../errors.ts';

/** What the disk says of the files at a place, without opening them. */
export async function stampOf(place: string): Promise<string> {
	const found = await stat(place, { bigint: true });
	if (!found.isDirectory()) return stampText(place, found);
	const names = (await readdir(place)).sort();
	const stamps = names.map(async (name) => stampText(name, await stat(join(place, name), { bigint: true })));
	return (await Promise.all(stamps)).join('\n');
}

function stampText(name: string, { ino, size, mtimeNs }: { ino: bigint; size: bigint; mtimeNs: bigint }): string {
	return JSON.stringify([name, String(ino), String(size), String(mtimeNs)]);
}

/** @throws OutsideFaultError when the files are not the ones that passed the checks */
export async function requireUnchanged(place: string, checked: string): Promise<void> {
	if ((await stampOf(place)) !== checked)
		throw new OutsideFaultError(
			`${place} changed after its checks, while the release was being made. What was charged stays charged; let nobody write there, and run the command again.`
		);
}
