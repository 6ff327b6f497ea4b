import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { reachOf } from './reach.ts';
import type { Approach } from './reach.ts';

const target = { region: 'BU1', attribute: '', code: '', units: 500, share: 0.2, se: 0.03, group: 0 };
const other = { ...target, region: 'BU2', share: 0.1, se: 0.02 };
const channel = (name: 'visit' | 'letter', response: number) => ({ name, hours: 1, response, most: null });
const approaches: Approach[] = [
	{ target, channel: channel('visit', 0.5), contacts: 100 },
	{ target, channel: channel('letter', 0.2), contacts: 300 },
	{ target: other, channel: channel('letter', 0.2), contacts: 200 }
];

it('has the mean and spread of shares drawn from their distribution and answers drawn from those', () => {
	const random = new Random(3);
	const DRAWS = 4_000;
	const reached = Array.from({ length: DRAWS }, () => {
		const shares = new Map([target, other].map((own) => [own, own.share + own.se * random.normal()]));
		return approaches.reduce((sum, { target: own, channel: { response }, contacts }) => {
			const chance = response * shares.get(own)!;
			return sum + Array.from({ length: contacts }, () => Number(random.uniform() < chance)).reduce((a, b) => a + b, 0);
		}, 0);
	});
	const mean = reached.reduce((sum, own) => sum + own, 0) / DRAWS;
	const sd = Math.sqrt(reached.reduce((sum, own) => sum + (own - mean) ** 2, 0) / DRAWS);
	const told = reachOf(approaches);
	// Standard errors of the drawing: .08 for the mean, 1.1 % for the spread. Four of them: false alarm 1 in 8,000.
	expect(Math.abs(told.mean - mean)).toBeLessThan(0.32);
	expect(Math.abs(told.sd / sd - 1)).toBeLessThan(0.045);
	expect([told.lower, told.upper]).toEqual([told.mean - 1.96 * told.sd, told.mean + 1.96 * told.sd]);
});

it('counts the share of a target that is approached in two ways once', () => {
	const apart = Math.hypot(...approaches.map((approach) => reachOf([approach]).sd));
	expect(reachOf(approaches).sd).toBeGreaterThan(apart + 0.1);
});

it('is nothing without approaches, and never below nothing', () => {
	expect(reachOf([])).toEqual({ mean: 0, sd: 0, lower: 0, upper: 0 });
	expect(reachOf([{ ...approaches[0]!, contacts: 1 }]).lower).toBe(0);
});
