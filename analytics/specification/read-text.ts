import { readFile } from 'node:fs/promises';
import { InputError } from '../errors.ts';

/** Reads a text file; a missing, unreadable or empty one is an InputError that names it. */
export async function readText(path: string, what: string): Promise<string> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'is a folder' : 'cannot be read';
		throw new InputError(`The ${what} ${path} ${reason}. Give the path of an existing file.`, { cause: error });
	}
	if (text.trim() === '') throw new InputError(`The ${what} ${path} is empty.`);
	return text;
}
