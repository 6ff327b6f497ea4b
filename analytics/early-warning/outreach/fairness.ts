/** What each group of targets should at least get of all that is reached. */
export interface Floors {
	/** Group of each target: an index of `least`. */
	readonly groups: readonly number[];
	/** Least share of each group, 0 to 1. */
	readonly least: readonly number[];
}

/** Each group gets at least this part of its share of the need, unless asked otherwise. */
export const FLOOR = 0.8;

/** Floors at `part` of each group's share of the need. Needs below zero, which noise can give, count as none. */
export function floorsOf(needs: readonly number[], groups: readonly number[], part: number = FLOOR): Floors {
	return { groups, least: sharesOf(needs, groups).map((share) => part * share) };
}

/** Share of each group in the sum of `amounts`; zeros when there is nothing to share. */
export function sharesOf(amounts: readonly number[], groups: readonly number[]): number[] {
	const sums = new Array<number>(Math.max(-1, ...groups) + 1).fill(0);
	groups.forEach((group, target) => (sums[group]! += Math.max(0, amounts[target]!)));
	const total = sums.reduce((sum, own) => sum + own, 0);
	return sums.map((own) => (total > 0 ? own / total : 0));
}
