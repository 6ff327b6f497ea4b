import { readFileSync } from 'node:fs';

/** A file that is named and cannot be read. */
export class UnreadableError extends Error {
	override readonly name = 'UnreadableError';
}

export function readNamed(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		throw new UnreadableError(`The file ${file} cannot be read (${codeOf(error)}). Check its path and its rights.`, {
			cause: error
		});
	}
}

export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}
