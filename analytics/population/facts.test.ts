import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Unit } from './fact.ts';
import { facts } from './facts.ts';
import { born, earner, income, living, own, told, wealth, writeWorld, type World } from './testing/world.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-facts-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The values of some columns for each unit, by its key. */
async function values(world: World, columns: readonly string[], unit: Unit = 'household') {
	const wanted = columns.map((column) => facts.find((fact) => fact.column === column)!);
	return Object.fromEntries(await told(writeWorld(root, world), wanted, unit));
}

/** Persons 1, 2, ... each alone in a household, born in 1980. */
function alone(count: number, rest: World = {}): World {
	const persons = Array.from({ length: count }, (_, i) => i + 1);
	return {
		GBAHUISHOUDENS2023BUSV1: persons.map((person) => living(person, `H${person}`)),
		GBAPERSOON2023TABV1: persons.map((person) => born(person, '1980')),
		...rest
	};
}

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

describe('registers', () => {
	const spell = (person: number, start: string, end: string) => ({
		...own(person),
		AANVANGWANBETALER: start,
		EINDEWANBETALER: end
	});
	const spells: World = alone(7, {
		ZVWWANBETALERS2023TABV1: [
			spell(1, '20210501', '88888888'),
			spell(2, '20230401', ''),
			spell(3, '20210501', '20231230'),
			spell(4, '20240101', '88888888'),
			spell(5, '20230101', '20230102'),
			spell(5, '20230930', '20231231'),
			spell(6, 'soon', 'late')
		]
	});

	it('say yes while a spell lasts, and no of whom they do not list', async () => {
		expect(await column(spells, 'health_insurance_default')).toEqual(['yes', 'yes', 'no', 'no', 'yes', 'no', 'no']);
	});

	it('tell the quarter of the first inflow', async () => {
		const expected = ['already', 'q2', 'already', 'none', 'q1', 'none', 'none'];
		expect(await column(spells, 'health_insurance_default_inflow_quarter')).toEqual(expected);
	});

	it('count a household when any member counts, and then the first of them', async () => {
		const world = {
			...spells,
			GBAHUISHOUDENS2023BUSV1: [2, 4, 5].map((person) => living(person, 'H', { REFPERSOONHH: '0' }))
		};
		expect(await values(world, ['health_insurance_default', 'health_insurance_default_inflow_quarter'])).toEqual({
			2: ['yes', 'q1']
		});
		expect(await column(world, 'health_insurance_default', 'person')).toEqual(['yes', 'no', 'yes']);
	});

	it('count general social assistance only', async () => {
		const codes = ['01', '13', '15', '16', '02', '14', '18'];
		const world = alone(7, {
			BIJSTANDUITKERINGTAB2023V1: codes.map((code, i) => ({
				...own(i + 1),
				BIJSTANDStatistiekcodeA: code,
				BIJSTANDAanvangUitkeringPersoon1A: '20230201',
				BIJSTANDEindeUitkeringPersoon1A: '88888888'
			}))
		});
		expect(await column(world, 'social_assistance')).toEqual(['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no']);
		expect((await column(world, 'social_assistance_inflow_quarter'))[0]).toBe('q1');
	});

	it('of months say yes by their flag or law', async () => {
		const month = (person: number) => ({ RINPersoonS: 'R', RINPersoon: own(person).RINPERSOON });
		const world = alone(3, {
			WUSUITKERING1A202312TABV1: [
				{ ...month(1), WUSIndic1A: '1' },
				{ ...month(2), WUSIndic1A: '0' }
			],
			AOTOTUITKERINGA202312TABV1: [
				{ ...month(1), AOTotWetcodeV2: '5' },
				{ ...month(2), AOTotWetcodeV2: '9' }
			],
			SECM2023BUSV1: [
				{ ...own(1), AANVSECM: '20231001', EINDSECM: '88888888', SECM: '21' },
				{ ...own(2), AANVSECM: '20231001', EINDSECM: '88888888', SECM: '22' }
			],
			WSNP2023TABV1: [{ ...own(3), AANVANGWSNP: '20230101', EINDEWSNP: '20240630' }]
		});
		const columns = ['unemployment_benefit', 'disability_benefit', 'unemployment_benefit_inflow_quarter', 'wsnp'];
		expect(await values(world, columns)).toEqual({
			1: ['yes', 'yes', 'q4', 'no'],
			2: ['no', 'no', 'none', 'no'],
			3: ['no', 'no', 'none', 'yes']
		});
	});
});

describe('problematic debts', () => {
	const HH = 'smalle_def_problematische_schulden_HH_';
	const OWN = 'smalle_def_problematische_schulden_';
	const flags = (person: number, given: string, rest: Record<string, string> = {}) => ({
		...own(person),
		DATUMAANVANGHH: '20100101',
		HUISHOUDNR: 'other',
		...Object.fromEntries(
			['20230401', '20230701', '20231001', '20240101'].map((date, i) => [HH + date, given[i] ?? ''])
		),
		...rest
	});
	const before = (person: number, given: string) => ({
		...own(person),
		DATUMAANVANGHH: '20100101',
		HUISHOUDNR: 'other',
		[`${HH}20230101`]: given
	});

	it('are those of any member; who is not in the file has no answer', async () => {
		const world = alone(5, {
			SCHULDENPROBLEMATIEK2023TABV1: [
				flags(1, '0000', { [`${OWN}20240101`]: '0' }),
				flags(2, '0001', { [`${OWN}20240101`]: '1' }),
				flags(3, '111?'),
				flags(5, '0000', { problematische_schulden_HH_20240101: '1' })
			]
		});
		world.GBAHUISHOUDENS2023BUSV1!.splice(0, 2, living(1, 'H'), living(2, 'H', { REFPERSOONHH: '0' }));
		expect(await values(world, ['problematic_debts', 'problematic_debts_10'])).toEqual({
			1: ['yes', null],
			3: [null, null],
			4: [null, null],
			5: ['no', 'yes']
		});
		expect(await column(world, 'problematic_debts', 'person')).toEqual(['no', 'yes', null, null, null]);
	});

	it.each([
		['0', '0000', 'none'],
		['0', '1000', 'q1'],
		['0', '0110', 'q2'],
		['0', '0010', 'q3'],
		['0', '0001', 'q4'],
		['1', '0011', 'already'],
		['', '0001', null],
		['0', '0 01', null],
		['0', '01  ', 'q2']
	])('from %j and then %j flow in: %s', async (start, given, expected) => {
		const world = alone(1, {
			SCHULDENPROBLEMATIEK2023TABV1: [flags(1, given)],
			SCHULDENPROBLEMATIEK2022TABV1: [before(1, start)]
		});
		expect(await column(world, 'problematic_debts_inflow_quarter')).toEqual([expected]);
	});
});

describe('histories', () => {
	const low = { yes: '80', no: '120' };
	const years = (given: readonly (keyof typeof low | null)[]) =>
		alone(1, {
			...Object.fromEntries(
				given.map((state, back) => [
					`INHA${2023 - back}TABV1`,
					state === null ? [income(9)] : [income(1, { INHARMLAG: low[state] })]
				])
			)
		});

	it.each([
		[['yes', 'no', 'no'], 'entered', '1'],
		[['yes', 'yes', 'no'], 'stayed', '2'],
		[['yes', 'yes', 'yes'], 'stayed', '3+'],
		[['yes', 'no', 'yes'], 'entered', '1'],
		[['no', 'yes', 'yes'], 'left', '0'],
		[['no', 'no', 'no'], 'out', '0'],
		[['yes', null, 'yes'], 'in_unknown', null],
		[['no', null, 'no'], 'out_unknown', '0'],
		[['yes', 'yes', null], 'stayed', null],
		[[null, 'yes', 'yes'], null, null],
		[['yes'], 'in_unknown', null],
		[['no'], 'out_unknown', '0']
	] as const)('of %j are %s and %s', async (given, change, inARow) => {
		expect(await values(years(given), ['low_income_change', 'low_income_years'])).toEqual({ 1: [change, inARow] });
	});

	it('of registers take whom they do not list for out of it, where they are there', async () => {
		const listed = (person: number) => ({ ...own(person), AANVANGWANBETALER: '20200101', EINDEWANBETALER: '88888888' });
		const world = alone(2, { ZVWWANBETALERS2023TABV1: [listed(1)], ZVWWANBETALERS2022TABV1: [listed(2)] });
		expect(await values(world, ['health_insurance_default_change', 'health_insurance_default_years'])).toEqual({
			1: ['entered', '1'],
			2: ['left', '0']
		});
	});

	it('are told by the members of today alone', async () => {
		// Person 2 had a low income with person 1 a year ago, and lives elsewhere now.
		const world = alone(2, {
			INHA2023TABV1: [income(1, { INHARMLAG: '80' }), income(2)],
			INHA2022TABV1: [income(2, { INHARMLAG: '80' })]
		});
		expect(await values(world, ['low_income_change'])).toEqual({ 1: ['in_unknown'], 2: ['left'] });
	});

	it('found alone are what they are among all facts', async () => {
		const world = years(['yes', 'yes', 'no']);
		const change = facts.find(({ column }) => column === 'low_income_change')!;
		const { past: _, ...alone } = change;
		expect(await told(writeWorld(root, world), [alone], 'household')).toEqual(
			await told(writeWorld(root, world), [change], 'household')
		);
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
