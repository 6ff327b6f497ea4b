import { Rational } from 'diffprivlib-js';
import { cellCount, type Domain, type NoisyTable } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Event, EventKind, Recording } from './recording.ts';

/** What every release must hold to; the names stand in the report. */
export const rules = {
	'same-outcome': 'a release on sound data ends well, and with the same words for both of a pair',
	'within-price': 'a pair costs no more than was charged',
	'every-cell': 'the answer holds the tables of the plan with every cell of their public domain, and nothing else',
	'same-charge': 'the charge does not depend on data',
	'charged-first': 'there is one charge, spent once, before any word of noise and any counting',
	'noise-first': 'no noise is drawn once records are being counted',
	'planned-noise': 'without records the answer is the noise of the plan, drawn anew for each table',
	'same-noise': 'both of a pair draw the same number of random words',
	'same-queries': 'both of a pair ask the data the same questions in the same order',
	'same-messages': 'both of a pair tell the same on the way',
	'same-order': 'both of a pair do the same things in the same order',
	'same-bundle': 'the bundles of a pair differ in noisy numbers only'
} as const;

export type Rule = keyof typeof rules;

/** Asks something of the records, by either name of the analysis file; a view of its rows reads none of them. */
const COUNTING = /^(?!\s*create view\b).*\bfrom "analysis_(file|rows)"/is;

/** The rules that one run breaks by itself. */
export function brokenAlone(domain: Domain, plan: Plan, run: Recording): Rule[] {
	const broken: Rule[] = [];
	if (run.outcome !== 'released' || run.noisy === null) broken.push('same-outcome');
	else if (!isAsPlanned(domain, plan, run.noisy)) broken.push('every-cell');
	const { charge, spend, words, query } = places(run.events);
	const checked = run.events.findIndex(({ kind, text }) => kind === 'step' && text === 'charging');
	// The gate reads the records into the analysis file before the charge; nothing is asked of that file until it is paid for.
	const counting = query.find((at) => at > checked || COUNTING.test(run.events[at]!.text));
	const noise = words[0];
	const once = charge.length === 1 && spend.length === 1 && charge[0]! < spend[0]!;
	const first = once && spend[0]! < (noise ?? Infinity) && charge[0]! < (counting ?? Infinity);
	// A release that ends before its charge has nothing to charge for, as long as it neither draws nor counts.
	const nothing = charge.length === 0 && noise === undefined && counting === undefined;
	if (!first && (run.outcome === 'released' || !nothing)) broken.push('charged-first');
	if (counting !== undefined && words.some((at) => at > counting)) broken.push('noise-first');
	return broken;
}

/** The rules that two runs on neighbouring data break together. */
export function brokenBetween(one: Recording, other: Recording): Rule[] {
	const same = (...kinds: EventKind[]) => told(one, kinds) === told(other, kinds);
	const cost = pairCost(one, other);
	const kept: Partial<Record<Rule, boolean>> = {
		'same-outcome': one.outcome === other.outcome,
		'within-price': cost === null || cost.compare(Rational.one) <= 0,
		'every-cell': same('store'),
		'same-charge': same('charge'),
		'same-noise': same('words'),
		'same-queries': same('query'),
		'same-messages': same('step', 'message'),
		'same-order': kindsOf(one) === kindsOf(other),
		'same-bundle': JSON.stringify([...(one.bundle ?? [])]) === JSON.stringify([...(other.bundle ?? [])])
	};
	return (Object.keys(rules) as Rule[]).filter((rule) => kept[rule] === false);
}

/**
 * What the answers to a pair cost, as a part of the charge: the squared differences over twice the variance, summed over
 * tables, exactly. Null when there are no two answers of the same shape.
 */
export function pairCost(one: Recording, other: Recording): Rational | null {
	const [charge] = one.charges;
	if (one.noisy === null || other.noisy === null || charge === undefined) return null;
	if (one.noisy.length !== other.noisy.length) return null;
	let cost = Rational.zero;
	for (const [i, { sigma2, counts }] of one.noisy.entries()) {
		const { counts: others } = other.noisy[i]!;
		if (counts.length !== others.length) return null;
		cost = cost.add(Rational.of(squaredDistance(counts, others)).div(Rational.parse(sigma2).mul(Rational.of(2))));
	}
	return cost.div(Rational.parse(charge.rho));
}

function squaredDistance(one: Float64Array, other: Float64Array): bigint {
	let sum = 0n;
	for (let cell = 0; cell < one.length; cell++) {
		if (one[cell] === other[cell]) continue;
		const difference = BigInt(one[cell]!) - BigInt(other[cell]!);
		sum += difference * difference;
	}
	return sum;
}

/** Whether the answer of a run without records is exactly this noise. */
export function isNoise(run: Recording, noise: readonly Float64Array[]): boolean {
	return (
		run.noisy !== null &&
		run.noisy.length === noise.length &&
		run.noisy.every(({ counts }, i) => counts.every((count, cell) => count === noise[i]![cell]))
	);
}

function isAsPlanned(domain: Domain, plan: Plan, noisy: readonly NoisyTable[]): boolean {
	return (
		noisy.length === domain.tables.length &&
		domain.tables.every((table, i) => {
			const { id, sigma2, counts } = noisy[i]!;
			const planned = plan.tables.find((entry) => entry.id === table.id);
			return id === table.id && sigma2 === planned?.sigma2 && counts.length === cellCount(domain, table);
		})
	);
}

/** Places of each kind among all events. */
function places(events: readonly Event[]): Record<EventKind, number[]> {
	const found: Record<EventKind, number[]> = {
		step: [],
		message: [],
		query: [],
		charge: [],
		spend: [],
		words: [],
		store: []
	};
	for (const [i, { kind }] of events.entries()) found[kind].push(i);
	return found;
}

function told({ events }: Recording, kinds: readonly EventKind[]): string {
	return JSON.stringify(events.filter(({ kind }) => kinds.includes(kind)));
}

function kindsOf({ events }: Recording): string {
	return events.map(({ kind }) => kind).join(' ');
}
