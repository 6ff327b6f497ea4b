import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { structural } from '../structural/structural.ts';
import type { StructuralInput } from '../structural/types.ts';
import { quietCounts } from './quiet-counts.ts';

const PERIODS = 28;
const FROM = 20;
const GAP = 10;

/** Quarters of a share of 1 % that rises by a quarter from period 22 on; one is missing. */
function risen(): StructuralInput {
	const random = new Random(4);
	const count = Float64Array.from({ length: PERIODS }, (_, t) => {
		const mean = 20_000 * (t >= 22 ? 1.25 : 1) * Math.exp(0.1 * Math.cos((Math.PI * t) / 2));
		return t === GAP ? NaN : Math.round(mean + Math.hypot(Math.sqrt(mean), 30) * random.normal());
	});
	const column = (value: number) => new Float64Array(PERIODS).fill(value);
	const known = { sigma: column(30), exposure: column(2_000_000), exposureSigma: column(30) };
	return { count, ...known, freq: 4, breaks: new Set(), from: FROM };
}

it('draws a series as it could have gone without its event, with its start and its gaps', () => {
	const input = risen();
	const draw = quietCounts(input)!;
	const drawn = Array.from({ length: 40 }, (_, seed) => draw(new Random(seed)));
	for (const count of drawn) {
		for (const t of [0, 1, 2]) expect(count[t]).toBeCloseTo(input.count[t]!, 6);
		expect(count[GAP]).toBeNaN();
	}
	expect(draw(new Random(3))).toEqual(drawn[3]);
	expect(drawn[3]).not.toEqual(drawn[4]);
	expect(structural(input)[4]!.pEvent).toBeGreaterThan(0.95);
	// Of 40 histories in which nothing happens, 5 or more with an event in one period: fewer than 1 in 10,000 runs of 1 in 100.
	const events = drawn.filter((count) => structural({ ...input, count })[4]!.pEvent > 0.9);
	expect(events.length).toBeLessThan(5);
	// The level stays where it was: a quarter more would be 25,000.
	const middle = drawn.map((count) => count[25]!).sort((a, b) => a - b)[20]!;
	expect(middle).toBeLessThan(22_500);
	expect(middle).toBeGreaterThan(17_500);
});

it('draws nothing of a series that is not above zero', () => {
	const input = risen();
	expect(quietCounts({ ...input, count: input.count.map(() => -3) })).toBeNull();
});
