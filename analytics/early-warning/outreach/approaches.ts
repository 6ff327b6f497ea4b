import { MOST_OPTIONS, allocate } from './allocate.ts';
import { isUsed, mostContacts } from './channels.ts';
import type { Capacity } from './channels.ts';
import { floorsOf } from './fairness.ts';
import { perContact } from './reach.ts';
import type { Approach } from './reach.ts';
import { addressesOf, candidates, needOf } from './target.ts';
import type { Target } from './target.ts';

/** Differences in reach that no plan is changed for, in units. */
const TOLERANCE = 0.1;
/** Most linear programs that the search for one plan solves. */
const MOST_PROGRAMS = 300;
/**
 * Fewer where a program is large: programs times options times targets. An answer comes within some tenths of a second, on the
 * one thread that answers everybody; five times the work found no better plan and proved no less than a unit more.
 */
const WORK = 4e6;

export interface Allocated {
	readonly approaches: readonly Approach[];
	/** No other plan within the same capacity and floors is expected to reach more than this. */
	readonly bound: number;
}

/**
 * The approaches that are expected to reach most within the capacity; with `floor`, each group gets at least that part of its
 * share of the need. Null when the capacity spans more targets than can be weighed exactly (MOST_OPTIONS over the channels).
 */
export function approaches(targets: readonly Target[], capacity: Capacity, floor: number | null): Allocated | null {
	const channels = capacity.channels.filter(isUsed);
	const kept = candidates(targets, mostContacts(capacity));
	if (kept.length * channels.length > MOST_OPTIONS) return null;
	const options = kept.flatMap((target, t) =>
		channels.map((channel, c) => ({
			target: t,
			worth: perContact(target, channel),
			use: [channel.hours, ...channels.map((_, other) => (other === c ? 1 : 0))],
			approach: { target, channel }
		}))
	);
	// Floors follow from the need of all targets; groups without a target that could be approached have no floor to reach.
	const floors =
		floor === null
			? null
			: floorsOf(
					targets.map(needOf),
					targets.map(({ group }) => group),
					floor
				);
	const { amounts, bound } = allocate(
		{
			options,
			most: kept.map(addressesOf),
			capacities: [capacity.hours, ...channels.map(({ hours, most }) => most ?? Math.ceil(capacity.hours / hours))],
			floors: floors && { groups: kept.map(({ group }) => group), least: floors.least }
		},
		{ tolerance: TOLERANCE, programs: Math.min(MOST_PROGRAMS, WORK / (options.length * (kept.length + 1))) }
	);
	const chosen = options.map(({ approach }, i) => ({ ...approach, contacts: amounts[i]! }));
	return { approaches: chosen.filter(({ contacts }) => contacts > 0), bound };
}
