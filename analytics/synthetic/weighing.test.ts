import { expect, it } from 'vitest';
import { municipalMargins } from './margins.ts';
import { Random } from './random.ts';
import { AGE_BANDS, TEMPLATES, draft } from './templates.ts';
import { TYPE } from './person.ts';
import { cumulate } from './random.ts';
import { drifted, weigh, type Composition } from './weighing.ts';

const DRAWN = 40_000;

/** What households drawn by the weights come to. */
function drawn(weights: readonly number[]): Composition {
	const random = new Random(3, 3);
	const kinds = cumulate(weights);
	const types = new Map<number, number>();
	const bands = AGE_BANDS.map(() => 0);
	for (let i = 0; i < DRAWN; i++) {
		const { type, adults, children } = draft(TEMPLATES[random.pick(kinds)]!, Infinity, random);
		types.set(type, (types.get(type) ?? 0) + 1);
		for (const age of [...adults, ...children]) bands[AGE_BANDS.findLastIndex((from) => age >= from)]!++;
	}
	const persons = bands.reduce((a, b) => a + b);
	const share = (...of: number[]): number => of.reduce((sum, type) => sum + (types.get(type) ?? 0), 0) / DRAWN;
	return {
		onePerson: share(TYPE.onePerson),
		noChildren: share(TYPE.unmarried, TYPE.married),
		singleParents: share(TYPE.singleParent),
		householdSize: persons / DRAWN,
		ages: bands.map((band) => band / persons)
	};
}

it('gives each municipality about its published composition', () => {
	// Sampling: standard errors below 0.25 points; the rest is that rounded shares do not fit each other.
	for (const margins of municipalMargins.filter((_, i) => i % 60 === 0)) {
		const found = drawn(weigh(margins));
		expect(Math.abs(found.onePerson - margins.onePerson), margins.code).toBeLessThan(0.03);
		expect(Math.abs(found.noChildren - margins.noChildren), margins.code).toBeLessThan(0.03);
		expect(Math.abs(found.householdSize - margins.householdSize), margins.code).toBeLessThan(0.15);
		for (const [band, share] of found.ages.entries())
			expect(Math.abs(share - margins.ages[band]!), `${margins.code} ${band}`).toBeLessThan(0.03);
	}
});

it('differs between municipalities as they do', () => {
	const student = municipalMargins.find(({ code }) => code === 'GM0014')!;
	const families = municipalMargins.find(({ code }) => code === 'GM0034')!;
	expect(drawn(weigh(student)).onePerson).toBeGreaterThan(drawn(weigh(families)).onePerson + 0.2);
});

it('follows the drift of national shares from 2020', () => {
	const margins: Composition = municipalMargins[0]!;
	const before = drifted(margins, 2012);
	expect(before.ages.at(-1)!).toBeLessThan(margins.ages.at(-1)!);
	expect(before.onePerson).toBeLessThan(margins.onePerson);
	expect(before.ages.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
	expect(drifted(margins, 2020).onePerson).toBe(margins.onePerson);
});
