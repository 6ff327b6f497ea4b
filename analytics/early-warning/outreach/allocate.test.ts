import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { MOST_OPTIONS, allocate } from './allocate.ts';
import { floorsOf, sharesOf } from './fairness.ts';
import type { AllocationProblem } from './problem.ts';

const EXACT = { tolerance: 1e-9, programs: 100_000 };
const path = '../shared/reference/early-warning/allocation_fairness_small.json';

interface Check {
	tolerance: { abs: number };
	input: { reach: number[]; cost: number[]; group: number[]; capacity: number; floor: number };
	expected: Record<'unconstrained' | 'fair', { value: number; set: number[]; cost: number; shares: number[] }> & {
		price_of_fairness: number;
		need_share: number[];
	};
}

const wholes = (reach: readonly number[], cost: readonly number[], capacity: number): AllocationProblem => ({
	options: reach.map((worth, target) => ({ target, worth, use: [cost[target]!] })),
	most: reach.map(() => 1),
	capacities: [capacity],
	floors: null
});

it.runIf(existsSync(path))('finds the reference plan, the fair plan and the price of fairness', () => {
	const { input, expected, tolerance } = JSON.parse(readFileSync(path, 'utf8')) as Check;
	const groups = input.group.map((group) => group - 1);
	const problem = wholes(input.reach, input.cost, input.capacity);
	const free = allocate(problem, EXACT);
	const fair = allocate({ ...problem, floors: floorsOf(input.reach, groups, input.floor) }, EXACT);
	const near = (actual: readonly number[], wanted: readonly number[]) =>
		actual.forEach((x, i) => expect(Math.abs(x - wanted[i]!)).toBeLessThanOrEqual(tolerance.abs));
	for (const [found, wanted] of [
		[free, expected.unconstrained],
		[fair, expected.fair]
	] as const) {
		near([found.value, found.bound], [wanted.value, wanted.value]);
		expect(found.amounts.flatMap((amount, i) => (amount === 1 ? [i] : []))).toEqual(wanted.set);
		near(
			sharesOf(
				input.reach.map((r, i) => r * found.amounts[i]!),
				groups
			),
			wanted.shares
		);
	}
	near([free.value - fair.value], [expected.price_of_fairness]);
	near(sharesOf(input.reach, groups), expected.need_share);
});

/** The best of all choices, one by one. */
function byTrying({ options, most, capacities, floors }: AllocationProblem): number {
	let best = 0;
	const amounts = options.map(() => 0);
	const tryFrom = (k: number): void => {
		if (k === options.length) {
			const spent = capacities.map((_, c) => options.reduce((sum, o, i) => sum + amounts[i]! * o.use[c]!, 0));
			const worth = most.map((_, t) =>
				options.reduce((sum, o, i) => sum + (o.target === t ? amounts[i]! * o.worth : 0), 0)
			);
			const units = most.map((_, t) => options.reduce((sum, o, i) => sum + (o.target === t ? amounts[i]! : 0), 0));
			const total = worth.reduce((sum, own) => sum + own, 0);
			const fair = floors?.least.every(
				(least, g) => worth.reduce((sum, own, t) => sum + (floors.groups[t] === g ? own : 0), 0) >= least * total - 1e-9
			);
			if (fair !== false && spent.every((s, c) => s <= capacities[c]! + 1e-9) && units.every((u, t) => u <= most[t]!))
				best = Math.max(best, total);
			return;
		}
		for (amounts[k] = 0; amounts[k]! <= most[options[k]!.target]!; amounts[k]!++) tryFrom(k + 1);
		amounts[k] = 0;
	};
	tryFrom(0);
	return best;
}

describe('against every choice tried', () => {
	it.each(Array.from({ length: 40 }, (_, seed) => seed))('problem %i, with its proof', (seed) => {
		const random = new Random(seed);
		const targets = 4;
		const most = Array.from({ length: targets }, () => 1 + random.below(3));
		const options = most.flatMap((_, target) =>
			[1, 2].map((channel) => ({
				target,
				worth: Math.round(100 * random.uniform()) / 10,
				use: [1 + random.below(5) * channel, channel === 1 ? 1 : 0]
			}))
		);
		const groups = [0, 0, 1, 1];
		const floors = seed % 2 === 0 ? null : floorsOf([5, 3, 4, 2], groups);
		const problem = { options, most, capacities: [6 + random.below(10), 1 + random.below(4)], floors };
		const found = allocate(problem, EXACT);
		expect(found.value).toBeCloseTo(byTrying(problem), 8);
		expect(found.bound - found.value).toBeLessThanOrEqual(1e-9);
	});
});

it('gives a bound that holds when it stops early', () => {
	const random = new Random(7);
	const draw = () => Array.from({ length: 40 }, () => 1 + random.below(60));
	const problem = wholes(draw(), draw(), 200);
	const early = allocate(problem, { tolerance: 0, programs: 6 });
	const late = allocate(problem, EXACT);
	expect(early.bound).toBeGreaterThanOrEqual(late.value);
	expect(early.value).toBeLessThanOrEqual(late.value);
	expect(early.bound).toBeGreaterThan(early.value);
});

it('leaves out a target that would cost more than it brings, and answers an empty problem', () => {
	expect(allocate(wholes([-2, 3], [1, 1], 5), EXACT).amounts).toEqual([0, 1]);
	expect(allocate(wholes([], [], 5), EXACT)).toEqual({ amounts: [], value: 0, bound: 0 });
	expect(allocate(wholes([3], [1], 0), EXACT).value).toBe(0);
});

it('refuses what it cannot solve', () => {
	const many = Array.from({ length: MOST_OPTIONS + 1 }, () => 1);
	expect(() => allocate(wholes(many, many, 3), EXACT)).toThrow('at most');
	expect(() => allocate(wholes([1], [1], -1), EXACT)).toThrow('zero or more');
});
