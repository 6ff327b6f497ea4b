import type { Approach } from './reach.ts';
import { perContact } from './reach.ts';
import { sharesOf } from './fairness.ts';
import { addressesOf, needOf } from './target.ts';
import type { Target } from './target.ts';

/** What a part of the targets gets, beside what it needs. */
export interface Selection {
	readonly targets: number;
	readonly addresses: number;
	readonly contacts: number;
	/** Share of all need and of all that is expected to be reached. */
	readonly needShare: number;
	readonly reachShare: number;
	/** reachShare / needShare: below 1 it gets less than its part. Null without need. */
	readonly ratio: number | null;
}

/** The selection of each part; `partOf` tells the index of a target's part. */
export function selections(
	targets: readonly Target[],
	approaches: readonly Approach[],
	partOf: (target: Target) => number,
	count: number
): Selection[] {
	const parts = targets.map(partOf);
	const needs = sharesOf(targets.map(needOf), parts);
	const reached = sharesOf(
		approaches.map(({ target, channel, contacts }) => contacts * perContact(target, channel)),
		approaches.map(({ target }) => partOf(target))
	);
	return Array.from({ length: count }, (_, part) => {
		const own = targets.filter((_, t) => parts[t] === part);
		const needShare = needs[part] ?? 0;
		const reachShare = reached[part] ?? 0;
		return {
			targets: own.length,
			addresses: own.reduce((sum, target) => sum + addressesOf(target), 0),
			contacts: approaches.reduce((sum, a) => sum + (partOf(a.target) === part ? a.contacts : 0), 0),
			needShare,
			reachShare,
			ratio: needShare > 0 ? reachShare / needShare : null
		};
	});
}

/** Small, middle and large targets: thirds by number of units, so that nobody overlooks that noise hides the small ones. */
export function bySize(targets: readonly Target[], approaches: readonly Approach[]): Selection[] {
	const third = new Map(
		[...targets].sort((a, b) => a.units - b.units).map((t, i) => [t, Math.floor((3 * i) / targets.length)])
	);
	return selections(targets, approaches, (target) => third.get(target)!, 3);
}
