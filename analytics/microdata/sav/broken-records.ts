import { readDictionary } from './dictionary.ts';
import { streamColumns } from './stream.ts';

/**
 * Reads a system file to its end. Nothing in a record can change another one, so what may be broken are texts.
 * @returns the number of texts that are not valid in the code page of the file
 * @throws UnreadableDataError when the records cannot be read to their end
 */
export async function brokenRecords(path: string): Promise<number> {
	const dictionary = readDictionary(path);
	// In Windows-1252 any byte is a character.
	const texts = dictionary.codePage === 'utf-8' ? dictionary.variables.filter(({ kind }) => kind === 'text') : [];
	const chunks = streamColumns(dictionary, texts);
	for (;;) {
		const { done, value } = await chunks.next();
		if (done === true) return value;
	}
}
