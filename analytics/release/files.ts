import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that must not exist yet and has it on disk when it returns; answers its sha256 in hex. */
export async function writeHashed(path: string, pieces: Iterable<string>): Promise<string> {
	await mkdir(dirname(path), { recursive: true });
	const hash = createHash('sha256');
	const file = await open(path, 'wx');
	try {
		for (const piece of pieces) {
			hash.update(piece);
			await file.writeFile(piece);
		}
		await file.sync();
	} finally {
		await file.close();
	}
	return hash.digest('hex');
}

export async function hashOfFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
	return hash.digest('hex');
}

/** Makes new and changed names in a folder survive a power cut; Windows has no such notion. */
export async function syncFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
