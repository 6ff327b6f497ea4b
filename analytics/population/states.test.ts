import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fact, Unit } from './fact.ts';
import { facts } from './facts.ts';
import { told, valuesOf } from './test-support/telling.ts';
import { alone, income, living, own, writeWorld, type World } from './test-support/world.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-facts-'));
afterAll(() => rmSync(root, { recursive: true }));

const values = (world: World, columns: readonly string[], unit: Unit = 'household') =>
	valuesOf(writeWorld(root, world), columns, unit);

/** The one column of each unit, in the order of keys. */
async function column(world: World, name: string, unit: Unit = 'household') {
	return Object.values(await values(world, [name], unit)).map(([value]) => value);
}

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

	it.each([
		[['yes', 'no', 'yes', 'no'], '0101'],
		[['no', 'yes', 'no', 'no'], '0010'],
		[['no', 'no', 'no', 'no'], '0000'],
		[['yes', 'yes', 'yes', 'yes'], '1111'],
		[['yes', 'yes', null, 'yes'], null],
		[[null, 'yes', 'yes', 'yes'], null],
		[['no', 'no', 'no'], null]
	] as const)('of %j, the latest first, have the path %s', async (given, path) => {
		expect(await values(years(given), ['low_income_path'])).toEqual({ 1: [path] });
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
		const found = { ...change, past: undefined };
		expect(await told(writeWorld(root, world), [found as unknown as Fact], 'household')).toEqual(
			await told(writeWorld(root, world), [change], 'household')
		);
	});
});
