import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { structural } from './structural.ts';

const FREQ = 4;
const PERIODS = 28;
const FROM = 20;

/** What is told of a share of 1 % that is multiplied by a factor from each of some periods on. */
function tell(steps: Record<number, number>, seed: number) {
	const random = new Random(seed);
	let share = 0.01;
	const count = Float64Array.from({ length: PERIODS }, (_, t) => {
		share *= (steps[t] ?? 1) * Math.exp(0.01 * random.normal());
		const mean = 2_000_000 * share * Math.exp(0.1 * Math.cos((Math.PI * t) / 2));
		return Math.round(mean + Math.hypot(Math.sqrt(mean), 30) * random.normal());
	});
	const column = (value: number) => new Float64Array(PERIODS).fill(value);
	const known = { sigma: column(30), exposure: column(2_000_000), exposureSigma: column(30) };
	return structural({ count, ...known, freq: FREQ, breaks: new Set(), from: FROM });
}

it('sees a rise as well after a shock of the past as without it', () => {
	const [calm, shocked] = [tell({ 25: 1.25 }, 1), tell({ 10: 1.4, 25: 1.25 }, 1)];
	expect(shocked[6]!.pEvent).toBeGreaterThan(0.95);
	expect(shocked[0]!.detectable!).toBeLessThan(1.2 * calm[0]!.detectable!);
});

it('has followed a shift that is history: it is no event, and the level is where it was taken to', () => {
	const [told] = tell({ 10: 0.6 }, 2);
	expect(told!.pEvent).toBeLessThan(0.2);
	expect(Math.abs(told!.estimate / 0.006 - 1)).toBeLessThan(0.1);
});

it('leaves a shift of the last year to be told as an event', () => {
	const [told] = tell({ 18: 1.4 }, 3);
	expect(told!.pEvent).toBeGreaterThan(0.95);
	expect(told!.onset[2]).toBe(Math.max(...told!.onset));
});
