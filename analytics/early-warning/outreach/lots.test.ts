import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { drawLots } from './lots.ts';

const target = (i: number) => ({
	region: `BU${i}`,
	...{ attribute: '', code: '', units: 50, share: 0.1, se: 0.01, group: 0 }
});
const lots = Array.from({ length: 6 }, (_, i) => ({ target: target(i), left: 40 }));
const channels = [
	{ name: 'visit' as const, hours: 1, response: 0.4, most: null },
	{ name: 'letter' as const, hours: 0.1, response: 0.1, most: 15 }
];

it('gives every target the same chance, and every channel where both fit', () => {
	const first = new Map<string, number>();
	let visits = 0;
	const DRAWS = 6_000;
	for (let seed = 0; seed < DRAWS; seed++) {
		const [drawn] = drawLots(lots, { hours: 10, channels }, new Random(seed));
		first.set(drawn!.target.region, (first.get(drawn!.target.region) ?? 0) + 1);
		if (drawn!.channel.name === 'visit') visits++;
	}
	// Standard deviations 29 and 39; five of them: false alarm below 1 in 200,000.
	for (const { target: own } of lots) expect(Math.abs((first.get(own.region) ?? 0) - DRAWS / 6)).toBeLessThan(145);
	expect(Math.abs(visits - DRAWS / 2)).toBeLessThan(195);
});

it('stays within hours, contacts of a channel and addresses that are left', () => {
	const drawn = drawLots([...lots, { target: target(9), left: 0 }], { hours: 12, channels }, new Random(2));
	expect(drawn.reduce((sum, { channel, contacts }) => sum + channel.hours * contacts, 0)).toBeLessThanOrEqual(
		12 + 1e-9
	);
	const letters = drawn.filter(({ channel }) => channel.name === 'letter');
	expect(letters.reduce((sum, { contacts }) => sum + contacts, 0)).toBeLessThanOrEqual(15);
	expect(drawn.some(({ target: own }) => own.region === 'BU9')).toBe(false);
	expect(drawLots(lots, { hours: 0, channels }, new Random(2))).toEqual([]);
});
