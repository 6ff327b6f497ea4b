import { Random } from '../statistics/random.ts';
import { approaches } from './approaches.ts';
import { partOf } from './channels.ts';
import type { Capacity } from './channels.ts';
import { FLOOR } from './fairness.ts';
import { drawLots } from './lots.ts';
import { nearTies } from './near-ties.ts';
import { reachOf } from './reach.ts';
import type { Approach, Reach } from './reach.ts';
import { bySize, selections } from './selection.ts';
import type { Selection } from './selection.ts';
import { addressesOf, needOf } from './target.ts';
import type { Target } from './target.ts';

export interface OutreachQuestion {
	readonly targets: readonly Target[];
	/** Number of groups that fairness is about; each target names its own. */
	readonly groups: number;
	readonly capacity: Capacity;
	/** Whether each group gets at least FLOOR times its share of the need. */
	readonly fair: boolean;
	/** Part of the capacity that lots are drawn for, 0 to 0.1; the plan has it where nothing can be drawn. */
	readonly learn: number;
	/** From the hash of the release: the same release gives the same draw. */
	readonly seed: number;
}

export interface OutreachPlan {
	/** Largest expected reach first. */
	readonly approaches: readonly Approach[];
	/** What was drawn by lot, in the order of the draw, and among how many. */
	readonly drawn: readonly Approach[];
	readonly ties: number;
	/** Of everything together. */
	readonly reach: Reach;
	/** Of the approaches that were not drawn by lot, and what no other plan can exceed. */
	readonly chosen: Reach;
	readonly bound: number;
	/** What the search, which is limited, leaves open: no other plan is expected to reach so much more than the chosen one. */
	readonly gap: number;
	/** Expected reach with and without floors of fairness, lots aside. */
	readonly price: { readonly fair: number; readonly free: number };
	/** Expected reach of the chosen approaches if their addresses were taken at random from all targets. */
	readonly atRandom: number;
	/** What each group, and small and large targets, get of the approaches that were not drawn by lot. */
	readonly byGroup: readonly Selection[];
	readonly bySize: readonly Selection[];
}

/**
 * The plan that is expected to reach most units in need. What it promises is the posterior mean of what was chosen: choosing
 * the highest of noisy shares and promising those would promise too much (winner's curse; Efron, JASA 106, 2011).
 * Null when the capacity spans more targets than can be weighed exactly.
 */
export function outreachPlan(question: OutreachQuestion): OutreachPlan | null {
	const { targets, groups, capacity, fair, learn, seed } = question;
	const main = partOf(capacity, 1 - learn);
	const free = approaches(targets, main, null);
	const floored = groups > 1 ? approaches(targets, main, FLOOR) : free;
	if (free === null || floored === null) return null;
	const { approaches: chosen, bound } = fair ? floored : free;
	const ties = learn > 0 ? nearTies(targets, new Set(chosen.map(({ target }) => target)).size) : [];
	const drawn = drawLots(
		ties.map((target) => ({ target, left: addressesOf(target) - contactsWith(target, chosen) })),
		partOf(capacity, learn),
		new Random(seed)
	);
	// What no lot can use would be lost: the plan has it then.
	const whole = learn > 0 && drawn.length === 0 ? outreachPlan({ ...question, learn: 0 }) : null;
	if (whole !== null) return { ...whole, ties: ties.length };
	const reached = reachOf(chosen);
	return {
		approaches: [...chosen].sort((a, b) => reachOf([b]).mean - reachOf([a]).mean),
		drawn,
		ties: ties.length,
		reach: reachOf([...chosen, ...drawn]),
		chosen: reached,
		bound,
		gap: Math.max(0, bound - reached.mean),
		price: { fair: reachOf(floored.approaches).mean, free: reachOf(free.approaches).mean },
		atRandom: atRandom(targets, chosen),
		byGroup: selections(targets, chosen, ({ group }) => group, groups),
		bySize: bySize(targets, chosen)
	};
}

function contactsWith(target: Target, chosen: readonly Approach[]): number {
	return chosen.reduce((sum, approach) => sum + (approach.target === target ? approach.contacts : 0), 0);
}

function atRandom(targets: readonly Target[], chosen: readonly Approach[]): number {
	const addresses = targets.reduce((sum, target) => sum + addressesOf(target), 0);
	const need = targets.reduce((sum, target) => sum + needOf(target), 0);
	const answers = chosen.reduce((sum, { channel, contacts }) => sum + channel.response * contacts, 0);
	return addresses > 0 ? (answers * need) / addresses : 0;
}
