import { fold } from '$lib/format/folded-name.ts';

export type Order = 'zeker' | 'aandeel' | 'naam';

interface Row {
	readonly code: string;
	readonly name: string;
	/** Place in the region tree. */
	readonly position: number;
	readonly share: number | null;
	/** Lower end of the interval. */
	readonly lower: number | null;
}

/** Rows in another order, as the database gives them: for a list that holds every region, the browser need not ask. */
export function inOrder<R extends Row>(rows: readonly R[], order: Order): R[] {
	if (order === 'naam') {
		const folded = new Map(rows.map((row) => [row, fold(row.name)]));
		return rows.toSorted((a, b) => ascending(folded.get(a)!, folded.get(b)!) || ascending(a.code, b.code));
	}
	const key = order === 'zeker' ? 'lower' : 'share';
	return rows.toSorted(
		(a, b) => descending(a[key], b[key]) || descending(a.share, b.share) || ascending(a.position, b.position)
	);
}

const ascending = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** What is not there comes last. */
const descending = (a: number | null, b: number | null) => ascending(b ?? -Infinity, a ?? -Infinity);
