import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

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

/**
 * The text of a file in pieces. What is parsed is what is hashed, whatever anybody does to the file meanwhile.
 * @throws the error that `changed` makes, after the last piece, unless all of it has this sha256 (hex)
 */
export async function* verifiedText(path: string, sha256: string, changed: () => Error): AsyncGenerator<string, void> {
	const hash = createHash('sha256');
	const decoder = new StringDecoder('utf8');
	for await (const piece of createReadStream(path)) {
		hash.update(piece as Buffer);
		yield decoder.write(piece as Buffer);
	}
	yield decoder.end();
	if (hash.digest('hex') !== sha256) throw changed();
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
