import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Unit } from './fact.ts';
import { facts } from './facts.ts';
import { valuesOf } from './test-support/telling.ts';
import { alone, born, earner, income, living, own, wealth, writeWorld, type World } from './test-support/world.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-facts-'));
afterAll(() => rmSync(root, { recursive: true }));

const values = (world: World, columns: readonly string[], unit: Unit = 'household') =>
	valuesOf(writeWorld(root, world), columns, unit);

const incomes = (column: string, of: readonly string[]) =>
	alone(of.length, { INHA2023TABV1: of.map((value, i) => income(i + 1, { [column]: value })) });

/** The one column of each unit, in the order of keys. */
async function column(world: World, name: string, unit: Unit = 'household') {
	return Object.values(await values(world, [name], unit)).map(([value]) => value);
}

it('have one name each, and a kind of unit', () => {
	expect(new Set(facts.map(({ column }) => column)).size).toBe(facts.length);
	for (const { column, units } of facts) expect([column, units.length > 0]).toEqual([column, true]);
});

it('have few enough values to be kept as small numbers', () => {
	expect(Math.max(...facts.map(({ values }) => values.length))).toBeLessThan(256);
});

describe('characteristics', () => {
	const family: World = {
		GBAHUISHOUDENS2023BUSV1: [
			living(1, 'A', { TYPHH: '5', PLHH: '1', REFPERSOONHH: '0' }),
			living(2, 'A', { TYPHH: '5', PLHH: '6' }),
			living(3, 'A', { TYPHH: '5', PLHH: ' 6', REFPERSOONHH: '0' }),
			living(4, 'B', { TYPHH: 'x', PLHH: '2' })
		],
		GBAPERSOON2023TABV1: [
			born(1, '2010'),
			born(2, '1970'),
			born(3, '1975', { GBAGESLACHT: '2' }),
			born(4, '----', { GBAGESLACHT: '-' })
		],
		INHA2023TABV1: [income(3, { INHBBIHJ: '13', INHEHALGR: '1' })],
		SECM2023BUSV1: [
			{ ...own(1), AANVSECM: '20200101', EINDSECM: '88888888', SECM: '31' },
			{ ...own(3), AANVSECM: '20200101', EINDSECM: '20230630', SECM: '11' },
			{ ...own(3), AANVSECM: '20230701', EINDSECM: '88888888', SECM: '13' },
			{ ...own(4), AANVSECM: '20240101', EINDSECM: '88888888', SECM: '11' }
		]
	};

	it('of households are those of the reference person or the main earner', async () => {
		const columns = ['household_type', 'age', 'income_source', 'tenure', 'household_size', 'children'];
		expect(await values(family, columns)).toEqual({
			1: ['5', '48', '13', '1', '3', '1'],
			4: [null, null, null, null, '1', '0']
		});
	});

	it('of persons are their own', async () => {
		expect(await values(family, ['household_type', 'age', 'income_source', 'sex', 'position'], 'person')).toEqual({
			1: ['5', '13', '31', '1', '1'],
			2: ['5', '53', null, '1', '6'],
			3: ['5', '48', '13', '2', '6'],
			4: [null, null, null, null, '2']
		});
	});

	it('of births that make no sense are unknown', async () => {
		const years = ['2147483647', '1e9', '-1980', '1799', '2201', '1980.4', '2024'];
		const world = alone(years.length, { GBAPERSOON2023TABV1: years.map((year, i) => born(i + 1, year)) });
		expect(await column(world, 'age')).toEqual([null, null, null, null, null, '43', null]);
	});

	it('of a household without a main earner among its members is the age of its reference person', async () => {
		expect((await values({ ...family, INHA2023TABV1: [income(9)] }, ['age']))[1]).toEqual(['53']);
	});
});

describe('income', () => {
	const cases: [string, string, string[], (string | null)[]][] = [
		['low_income', 'INHARMLAG', ['0', '99', '99.9', '100', '250'], ['yes', 'yes', 'yes', 'no', 'no']],
		['low_income', 'INHARMLAG', ['-1', '-2', '-3', '9999999999', 'x', '', '1e999'], Array<null>(7).fill(null)],
		['long_term_low_income', 'INHARMLAGL', ['99', '100', '-1', '9999999999'], ['yes', 'no', null, null]],
		['income_low_percent', 'INHARMLAG', ['87', '-2', '9999999999', 'x'], ['87', null, null, null]],
		['income_social_minimum_percent', 'INHARMSOC', ['101', '-1', ''], ['101', null, null]],
		['tenure', 'INHEHALGR', ['1', '3', '9', '7'], ['1', '3', '9', null]]
	];
	it.each(cases)('%s follows from %s', async (name, source, given, expected) => {
		expect(await column(incomes(source, given), name)).toEqual(expected);
	});

	it('of a household is found under its reference person first, and not under a person of another household', async () => {
		const world: World = {
			...alone(3),
			INHA2023TABV1: [income(1, { INHARMLAG: '90' }), income(2, { INHARMLAG: '110' }), income(7, { INHARMLAG: '1' })]
		};
		world.GBAHUISHOUDENS2023BUSV1![0] = living(1, 'H2', { REFPERSOONHH: '0' });
		expect(await values(world, ['low_income'])).toEqual({ 1: ['no'], 3: [null] });
	});
});

describe('poverty', () => {
	// A couple with two young children, two teenagers, one parent with two teenagers, and a person alone.
	const families = [
		{ births: ['1980', '1981', '2016', '2018'], month: 2535 },
		{ births: ['1980', '1981', '2008', '2010'], month: 2910 },
		{ births: ['1980', '2008', '2010'], month: 2500 },
		{ births: ['1980'], month: 1510 }
	];

	/** A household of the family, whose reference person is `first`. */
	const household = (first: number, births: readonly string[]) => ({
		living: births.map((_, i) => living(first + i, `F${first}`, { REFPERSOONHH: i === 0 ? '1' : '0' })),
		born: births.map((year, i) => born(first + i, year))
	});

	async function poverty(births: readonly string[], rows: readonly [euros: number, assets: string][], year = 2023) {
		const homes = rows.map((_, i) => household(10 * (i + 1), births));
		const world: World = {
			GBAHUISHOUDENS2023BUSV1: homes.flatMap(({ living }) => living),
			GBAPERSOON2023TABV1: homes.flatMap(({ born }) => born),
			[`INHA${year}TABV1`]: rows.map(([euros], i) => income(10 * (i + 1), { INHBESTINKH: String(euros) })),
			[`VEH${year}TABV1`]: rows.map(([, assets], i) => wealth(10 * (i + 1), assets))
		};
		return Object.values(await values(world, ['poverty', 'near_poor']));
	}

	it.each(families)('of $births compares with $month euros a month', async ({ births, month }) => {
		const line = 12 * month;
		const answers = await poverty(births, [
			[line - 1, '0'],
			[line, '0'],
			[1.25 * line, '0'],
			[1.25 * line + 1, '0'],
			[line - 1, String(line)],
			[line - 1, String(line - 1)],
			[line, '99999999999'],
			[line - 1, '99999999999']
		]);
		expect(answers).toEqual([
			['yes', 'no'],
			['no', 'yes'],
			['no', 'yes'],
			['no', 'no'],
			['no', 'no'],
			['yes', 'no'],
			['no', null],
			[null, 'no']
		]);
	});

	it('has no answer for institutions, students and unknown incomes', async () => {
		const given = [{ INHARMLAG: '-2' }, { INHARMLAG: '-3' }, { INHBESTINKH: '9999999999' }, { INHBESTINKH: '-500' }];
		const world = alone(4, {
			INHA2023TABV1: given.map((rest, i) => income(i + 1, rest)),
			VEH2023TABV1: given.map((_, i) => wealth(i + 1, '0'))
		});
		expect(await column(world, 'poverty')).toEqual([null, null, null, 'yes']);
	});
});

describe('money', () => {
	it('buffers are below the norm from financial assets', async () => {
		const world = alone(4, {
			VEH2023TABV1: [wealth(1, '2499'), wealth(2, '2500'), wealth(3, '99999999999')]
		});
		expect(await column(world, 'buffer_below_norm')).toEqual(['yes', 'no', null, null]);
	});

	it('housing costs are a share of disposable income', async () => {
		const costs = (person: number, euros: string) => ({ ...earner(person), WOONLASTEN: euros });
		const world = alone(5, {
			INHA2023TABV1: [income(1), income(2, { INHBESTINKH: '0' }), income(3, { INHARMLAG: '-3' }), income(4), income(5)],
			WOONLASTEN2023TABV1: [costs(1, '9000'), costs(2, '1'), costs(3, '1'), costs(4, '9999999999')]
		});
		expect(await column(world, 'housing_costs_percent')).toEqual(['30', null, null, null, null]);
	});

	it('who is entitled to social assistance and lives without it is told by income, wealth, age and source', async () => {
		const poor = { INHARMSOC: '100' };
		const world = alone(9, {
			INHA2023TABV1: [
				income(1, poor),
				income(2, poor),
				income(3, { INHARMSOC: '101' }),
				income(4, poor),
				income(5, { ...poor, INHBBIHJ: '26' }),
				income(6, { INHARMSOC: '-1' }),
				income(7, poor),
				income(9, poor)
			],
			VEH2023TABV1: [1, 2, 3, 5, 6, 7].map((person) => wealth(person, '7605')).concat(wealth(4, '7606')),
			BIJSTANDUITKERINGTAB2023V1: [
				{
					...own(2),
					BIJSTANDStatistiekcodeA: '01',
					BIJSTANDAanvangUitkeringPersoon1A: '20200101',
					BIJSTANDEindeUitkeringPersoon1A: '88888888'
				}
			]
		});
		world.GBAPERSOON2023TABV1![6] = born(7, '1957');
		expect(await column(world, 'entitled_not_using')).toEqual([
			'yes',
			'no',
			'not_entitled',
			'not_entitled',
			'not_entitled',
			null,
			'not_entitled',
			null,
			null
		]);
	});
});
