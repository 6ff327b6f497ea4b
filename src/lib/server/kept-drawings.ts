import { hash } from 'node:crypto';
import { Shelf } from './page-cache/shelf.ts';

const MEBIBYTE = 2 ** 20;

/** A letter of a drawing takes one byte, or two where one of its letters is outside Latin-1. */
const BYTES = 2;

/**
 * Keeps what was drawn, by what it was drawn from. A choice changes one part of a page, and an answer holds them all: the others
 * need not be drawn again. What is asked for longest ago makes place.
 */
export function keptDrawings<Input>(draw: (input: Input) => string, bytes = 32 * MEBIBYTE): (input: Input) => string {
	const shelf = new Shelf<string>(bytes);
	return (input) => {
		const key = hash('sha256', JSON.stringify(input), 'base64');
		const kept = shelf.get(key);
		if (kept !== undefined) return kept;
		const drawn = draw(input);
		shelf.set(key, drawn, drawn.length * BYTES);
		return drawn;
	};
}
