import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lifeEvents } from './catalogue.ts';
import { EVENT_VALUES } from './life-event.ts';
import { allValuesOf, householdsOf, type TinyLife, type TinyLives } from './test-support/tiny-lives.ts';

const PERSONS = 24;
const HOUSEHOLDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** Days of the three years, before and after them, and what is no day. */
const day = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.constantFrom('20210101', '20210630', '20211231', '20220331', '20220401', '20221231', '20230401')
	},
	{ weight: 1, arbitrary: fc.constantFrom('20180101', '20201231', '20240101') },
	{
		weight: 1,
		arbitrary: fc.constantFrom('20220431', '00000000', '99999999', '88888888', '2022', 'x', '-2022010', '2022-1-1', '')
	}
);
const spells = (what: fc.Arbitrary<string>) => fc.array(fc.tuple(what, day, day), { maxLength: 4 });
const amounts = fc.dictionary(
	fc.constantFrom('2020', '2021', '2022', '2023'),
	fc.oneof(fc.integer({ min: -20, max: 100 }), fc.constantFrom(9_999_999_999, -9_223_372_036_854_775_000))
);

const life: fc.Arbitrary<TinyLife> = fc.record({
	born: fc.constantFrom('19500101', '19580101', '19800515', '20020101', '20050601', '20220301', '----', '20229999'),
	lives: fc
		.tuple(
			spells(
				fc
					.tuple(fc.constantFrom(...HOUSEHOLDS), fc.constantFrom(...'12345678 '), fc.constantFrom(...'1234567', '10'))
					.map((all) => all.join(' '))
			),
			fc.constantFrom(...HOUSEHOLDS, null),
			fc.constantFrom('1 2', '5 6', '5 1', '6 7')
		)
		.map(([past, home, place]) => (home === null ? past : [...past, [`${home} ${place}`, '20230101'] as const])),
	works: spells(fc.constantFrom('11', '12', '13', '14', '21', '22', '24', '25', '26', '31', '32', '')),
	married: spells(
		fc.tuple(fc.integer({ min: 1, max: PERSONS }), fc.constantFrom('S', 'O', '')).map((all) => all.join(' '))
	),
	moved: fc.array(day, { maxLength: 3 }),
	assisted: spells(fc.constantFrom('01', '14', '20')),
	income: amounts,
	earned: amounts
});
const mortal = fc.tuple(life, fc.option(day)).map(([rest, died]) => (died === null ? rest : { ...rest, died }));
const world = fc
	.array(mortal, { minLength: PERSONS, maxLength: PERSONS })
	.map((all): TinyLives => ({ ...Object.fromEntries(all.map((one, i) => [i + 1, one])) }));

const everyEvent = (unit: 'household' | 'person') => lifeEvents.filter(({ facts }) => facts[0].units.includes(unit));

it.each(['household', 'person'] as const)(
	'the rows of a %s change no value of another, whatever they say',
	async (unit) => {
		const seen = new Set<string | null>();
		await fc.assert(
			fc.asyncProperty(world, fc.integer({ min: 0, max: PERSONS }), fc.boolean(), async (lives, which, prepared) => {
				const events = everyEvent(unit);
				const before = await allValuesOf(events, lives, { unit, prepared });
				for (const values of Object.values(before)) for (const value of Object.values(values)) seen.add(value);
				const units = Object.keys(before);
				if (units.length < 2) return;
				const gone = units[which % units.length]!;
				const households = await householdsOf(lives);
				const isGone = (person: string) =>
					unit === 'person' ? person === gone : households.get(Number(person)) === Number(gone);
				const left = Object.entries(lives).filter(([person]) => !isGone(person));
				const others = Object.fromEntries(Object.entries(before).filter(([key]) => key !== gone));
				expect(await allValuesOf(events, Object.fromEntries(left), { unit, prepared })).toEqual(others);
			}),
			{ numRuns: 6, seed: 20231231, endOnFailure: true }
		);
		expect([...seen].sort()).toEqual([...EVENT_VALUES, null].sort());
	}
);
