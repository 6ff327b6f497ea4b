import { describe, expect, it } from 'vitest';
import { municipalBenefits, municipalShares } from '../../published/published.ts';
import { line, TinyWorld } from '../test-support/folders.ts';
import { benefits } from './benefits.ts';
import { households } from './households.ts';
import { municipalIncome } from './municipal-income.ts';
import { population } from './population.ts';

const [GRONINGEN, ALMERE] = ['0014', '0034'];
const sharesOf = (code: string) => municipalShares.find((row) => row.code === `GM${code}`)!;
const benefitsOf = (code: string) => municipalBenefits.find((row) => row.code === `GM${code}`)!;

/** Groningen: two singles of 30 and a couple of 70. Almere: a single parent of 40 with two children. */
function world(first = 2019, last = 2020): TinyWorld {
	const world = new TinyWorld(first, last);
	const births = [19900101, 19900101, 19500101, 19500101, 19800101, 20100101, 20060101];
	for (const [i, birth] of births.entries()) world.person(i + 1, birth, 1 + (i % 2));
	world.household({ number: 'A', type: 1, members: [1] });
	world.household({ number: 'B', type: 1, members: [2] });
	world.household({ number: 'C', type: 3, members: [3, 4] });
	world.household({ number: 'D', type: 6, members: [5, 6, 7] });
	world.address([1, 2, 3, 4], GRONINGEN);
	world.address([5, 6, 7], ALMERE);
	// Registered twice: the address of later counts.
	world.address([1, 3], ALMERE, 20050101);
	return world;
}

describe('population', () => {
	it('compares shares of persons and households per municipality, weighted', async () => {
		const found = await world().compare(population);
		const young = [sharesOf(GRONINGEN).ages['0-14'], sharesOf(ALMERE).ages['0-14']];
		// On 1 January 2020 the child of 2006 is 14 and that of 2010 is 10: two of three in Almere, none of four in Groningen.
		const difference = (4 * young[0]! + 3 * (2 / 3 - young[1]!)) / 7;
		expect(line(found, 'persons of 0-14: mean absolute difference').synthetic).toBeCloseTo(difference, 12);
		expect(line(found, 'persons of 0-14: correlation').synthetic).toBeCloseTo(1, 12);
		const [a, b] = [sharesOf(GRONINGEN).households, sharesOf(ALMERE).households];
		const single = (3 * Math.abs(2 / 3 - a.onePerson) + b.onePerson) / 4;
		expect(line(found, 'households of one person: mean absolute difference').synthetic).toBeCloseTo(single, 12);
		expect(line(found, 'households of one person: correlation').synthetic).toBeCloseTo(1, 12);
	});

	it('says that it lacks addresses', async () => {
		const without = world();
		for (const year of without.years) delete without.tables[`GBAADRESOBJECT${year}BUSV1`];
		const { lines, absent } = await without.compare(population);
		expect(lines).toEqual([]);
		expect(absent).toEqual([{ what: 'GBAADRESOBJECTBUS 2019', figures: 3 }]);
	});
});

describe('households', () => {
	it('counts types and sizes', async () => {
		const tables = world(2019, 2023);
		tables.person(8, 19400101);
		tables.household({ number: 'E', type: 8, members: [8] });
		const found = await tables.compare(households);
		const share = (name: string) => line(found, name).synthetic;
		expect([share('one person, 2020'), share('married couples, 2020'), share('single parent, 2020')]).toEqual([
			0.5, 0.25, 0.25
		]);
		expect([share('two persons, 2024'), share('three persons, 2024'), share('four persons, 2024')]).toEqual([
			0.25, 0.25, 0
		]);
		// Of the households with children.
		expect([share('with 2 children, 2023'), share('single parent 2 children, 2023')]).toEqual([1, 1]);
		expect(line(found, 'one person, 2020').published).toBeCloseTo(3_079_778 / 7_997_800, 12);
	});
});

describe('benefits', () => {
	it('counts receivers per inhabitant', async () => {
		const tables = world();
		const R = { RINPERSOONS: 'R' };
		const [start, end] = ['BIJSTANDAanvangUitkeringPersoon1A', 'BIJSTANDEindeUitkeringPersoon1A'];
		const assisted = (person: number, code: string, until: number) =>
			tables.add('BIJSTANDUITKERINGTAB2020V1', {
				...R,
				RINPERSOON: `00000000${person}`,
				BIJSTANDStatistiekcodeA: code,
				[start]: 20200101,
				[end]: until
			});
		assisted(1, '01', 88888888);
		assisted(2, '01', 20201230);
		assisted(5, '14', 88888888);
		// Born in 1950: of pension age.
		assisted(3, '01', 88888888);
		for (const [person, paid] of [
			[1, 1],
			[2, 0]
		])
			tables.add('WUSUITKERING1A202012TABV1', { RINPersoonS: 'R', RINPersoon: `00000000${person}`, WUSIndic1A: paid! });
		tables.add('AOTOTUITKERINGA202012TABV1', { RINPersoonS: 'R', RINPersoon: '000000005', AOTotWetcodeV2: '5' });
		const found = await tables.compare(benefits);
		expect(line(found, 'social assistance, country').synthetic).toBeCloseTo(1 / 7, 12);
		expect(line(found, 'unemployment benefit, country').synthetic).toBeCloseTo(1 / 7, 12);
		expect(line(found, 'disability benefit, country').synthetic).toBeCloseTo(1 / 7, 12);
		// Born in 1950: of pension age at the end of 2020.
		expect(line(found, 'old-age pension, country').synthetic).toBeCloseTo(2 / 7, 12);
		const published = (code: string) => benefitsOf(code).oldAge / benefitsOf(code).inhabitants;
		expect(line(found, 'old-age pension, municipalities: mean absolute difference').synthetic).toBeCloseTo(
			(4 * Math.abs(0.5 - published(GRONINGEN)) + 3 * published(ALMERE)) / 7,
			12
		);
	});
});

describe('municipal income', () => {
	it('compares low income per municipality with the figures of 2020', async () => {
		const tables = world();
		tables.income(2020, 1, [1], { INHARMLAG: 99, INHARMSOC: 90 });
		tables.income(2020, 2, [2], { INHARMLAG: 100, INHARMSOC: 109 });
		tables.income(2020, 3, [3, 4], { INHARMLAG: -1, INHARMSOC: -1 });
		tables.income(2020, 5, [5, 6, 7], { INHARMLAG: 300, INHARMSOC: 110 });
		const found = await tables.compare(municipalIncome);
		const [a, b] = [sharesOf(GRONINGEN).lowIncome, sharesOf(ALMERE).lowIncome];
		const low = (2 * Math.abs(1 / 2 - a) + b) / 3;
		expect(line(found, 'low income: mean absolute difference').synthetic).toBeCloseTo(low, 12);
		const minimum = (2 * (1 - benefitsOf(GRONINGEN).minimum110) + benefitsOf(ALMERE).minimum110) / 3;
		expect(line(found, 'up to 110 % of the social minimum: mean absolute difference').synthetic).toBeCloseTo(
			minimum,
			12
		);
		expect(line(found, 'low income: correlation').synthetic).toBeCloseTo(1, 12);
	});
});
