import { OutsideFaultError } from '../errors.ts';

/** Raised while a query is prepared, before any record is read: the text holds names of ours and no values. */
const BEFORE_READING = /^(Parser|Binder|Catalog) Error/;
const KIND = /^[A-Z][A-Za-z ]{2,40} Error(?=:)/;

/** A data file that the engine cannot read, as a kind of fault without its text: the text may quote a record. */
export class UnreadableDataError extends OutsideFaultError {}

/** The records need more memory than the engine may use: a fault of no file. */
export class MemoryError extends OutsideFaultError {}

/** The engine's error with everything left out that could hold a record value. */
export function withoutValues(error: unknown): Error {
	const text = error instanceof Error ? error.message : '';
	if (BEFORE_READING.test(text)) return new Error(`The data engine refused a query: ${text.split('\n')[0]}`);
	const kind = KIND.exec(text)?.[0] ?? 'unknown fault';
	if (kind === 'Out of Memory Error')
		return new MemoryError(
			'The records do not fit in the memory of the data engine, which is four fifths of the machine. Use a machine with more memory, or a specification with fewer attributes; what was charged stays charged.'
		);
	return new UnreadableDataError(`The data engine could not finish a query (${kind}).`);
}
