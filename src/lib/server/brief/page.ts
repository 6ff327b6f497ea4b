/** A4 in points, with the room that the words of a brief have on it. */
const A4 = { width: 595.28, height: 841.89 };
const SIDE = 46;
const BETWEEN = 16;

export const page = {
	...A4,
	side: SIDE,
	top: 40,
	/** Height of everything above the foot. */
	room: A4.height - 40 - 46,
	foot: A4.height - 34,
	inside: A4.width - 2 * SIDE,
	/** Width of one of two parts beside each other, and what is between them. */
	half: (A4.width - 2 * SIDE - BETWEEN) / 2,
	between: BETWEEN,
	/** Between parts. */
	gap: 13
} as const;
