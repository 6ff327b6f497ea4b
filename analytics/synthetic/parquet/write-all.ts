import { writeFileSync, writevSync } from 'node:fs';

/** Writes all bytes at the end of what an open file has so far, and gives back how many there were. */
export function writeAll(file: number, parts: readonly Uint8Array[]): number {
	const size = parts.reduce((sum, { length }) => sum + length, 0);
	const written = writevSync(file, parts);
	// A disk that is nearly full takes less; the next call says so.
	if (written < size) writeFileSync(file, Buffer.concat(parts).subarray(written));
	return size;
}
