/** An exact fraction of what a municipality had: `part` of `whole` addresses, in lowest terms; 1 of 1 when all of it moved. */
export interface Share {
	readonly part: number;
	readonly whole: number;
}

export const ALL: Share = { part: 1, whole: 1 };

/** @throws RangeError unless it is a fraction of whole numbers that are exact. */
export function share(part: number, whole: number): Share {
	if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole <= 0)
		throw new RangeError('a share is an exact fraction of whole numbers');
	const divisor = commonDivisor(part, whole);
	return { part: part / divisor, whole: whole / divisor };
}

/** The share of a share. */
export function times(a: Share, b: Share): Share {
	return share(a.part * b.part, a.whole * b.whole);
}

export function plus(a: Share, b: Share): Share {
	return share(a.part * b.whole + b.part * a.whole, a.whole * b.whole);
}

function commonDivisor(a: number, b: number): number {
	return b === 0 ? a : commonDivisor(b, a % b);
}
