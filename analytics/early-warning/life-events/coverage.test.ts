import { describe, expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { proportion, type Proportion } from './proportion.ts';
import { deltaRatio, fiellerRatio, Z95 } from './ratio.ts';

/** Units with a share of `p`, each on its own: by the gaps between those that count. */
function binomial(random: Random, n: number, p: number): number {
	let count = -1;
	for (let at = 0; at <= n; count++) at += 1 + Math.floor(Math.log(random.uniform()) / Math.log1p(-p));
	return count;
}

interface Group {
	readonly units: number;
	readonly p: number;
}

function released(random: Random, { units, p }: Group, sd: number): Proportion {
	const counted = binomial(random, units, p) + sd * random.normal();
	return proportion({ counted, all: units + sd * random.normal(), countedSd: sd, allSd: sd });
}

/** Whether r lies in Fieller's set, which need not be an interval. */
function inFiellerSet(one: Proportion, other: Proportion, r: number): boolean {
	return Math.abs(one.share - r * other.share) <= Z95 * Math.sqrt(one.variance + r * r * other.variance);
}

const RELEASES = 10_000;

// The standard deviation of a coverage of 95 % over 10,000 releases is .0022: outside .94-.96 with probability 5e-6 a size.
describe.each([
	{ size: 'large', one: { units: 4_180, p: 0.075 }, other: { units: 61_240, p: 0.031 }, sd: 15 },
	{ size: 'middle', one: { units: 1_200, p: 0.08 }, other: { units: 4_000, p: 0.04 }, sd: 12 },
	{ size: 'small', one: { units: 410, p: 0.0927 }, other: { units: 530, p: 0.0415 }, sd: 12 }
])('with cells that are $size', ({ one, other, sd }) => {
	it('95 % of the intervals hold the true ratio, of those that are told no fewer', () => {
		const random = new Random(20_261_123);
		const truth = one.p / other.p;
		let held = 0;
		let told = 0;
		let toldAndHeld = 0;
		let unaware = 0;
		for (let i = 0; i < RELEASES; i++) {
			const [first, second] = [released(random, one, sd), released(random, other, sd)];
			if (inFiellerSet(first, second, truth)) held++;
			const interval = fiellerRatio(first, second);
			if (interval !== null) {
				told++;
				if (interval.lower <= truth && truth <= interval.upper) toldAndHeld++;
			}
			const bare = [first, second].map(({ share }, group) => ({
				share,
				variance: Math.max(0, share * (1 - share)) / [one, other][group]!.units
			}));
			const blind = deltaRatio(bare[0]!, bare[1]!);
			if (blind !== null && blind.lower <= truth && truth <= blind.upper) unaware++;
		}
		expect(Math.abs(held / RELEASES - 0.95)).toBeLessThan(0.01);
		// At least 3,900 intervals are told, so that 94 % is three standard deviations off.
		expect(told).toBeGreaterThan(3_800);
		expect(toldAndHeld / told).toBeGreaterThan(0.94);
		// Who leaves the noise out covers far too little: that the simulation has noise to speak of.
		expect(unaware / RELEASES).toBeLessThan(0.9);
	});
});
