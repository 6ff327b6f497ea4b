import { reliabilityOf } from '../../../../analytics/contract/figure.ts';
import type { OutreachPlan } from '../../../../analytics/early-warning/outreach/plan.ts';
import { reachOf } from '../../../../analytics/early-warning/outreach/reach.ts';
import type { Approach, Reach } from '../../../../analytics/early-warning/outreach/reach.ts';
import type { Grouping } from './groupings.ts';

interface Names {
	readonly grouping: Grouping;
	/** Of the groups that fairness is about. */
	readonly names: readonly string[];
	readonly nameOf: (code: string) => string;
	/** Number of targets that were weighed. */
	readonly targets: number;
}

/** A plan with names instead of targets, as plain data. */
export function namedPlan(plan: OutreachPlan, { grouping, names, nameOf, targets }: Names) {
	const groups = new Map(grouping.groups.map(({ attribute, code, name }) => [`${attribute} ${code}`, name]));
	const lineOf = ({ target, channel, contacts }: Approach) => {
		return {
			code: target.region,
			region: nameOf(target.region),
			group: target.attribute === '' ? null : (groups.get(`${target.attribute} ${target.code}`) ?? target.code),
			channel: channel.name,
			contacts,
			hours: contacts * channel.hours,
			...withLetter(reachOf([{ target, channel, contacts }]))
		};
	};
	return {
		targets,
		lines: plan.approaches.map(lineOf),
		drawn: plan.drawn.map(lineOf),
		ties: plan.ties,
		reach: withLetter(plan.reach),
		chosen: withLetter(plan.chosen),
		drawnReach: withLetter(reachOf(plan.drawn)),
		bound: plan.bound,
		gap: plan.gap,
		price: plan.price,
		atRandom: plan.atRandom,
		byGroup: plan.byGroup.map((selection, g) => ({ name: names[g] ?? '', ...selection })),
		bySize: plan.bySize,
		isDivided: names.length > 1
	};
}

/** With how reliable it is, by the same error that its interval is made of. */
function withLetter({ mean, sd, lower, upper }: Reach) {
	return { mean, lower, upper, reliability: reliabilityOf(mean, sd) };
}

export type Line = ReturnType<typeof namedPlan>['lines'][number];
