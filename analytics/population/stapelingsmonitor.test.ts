import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { openCbsTables } from '../microdata/cbs-tables.ts';
import { tinyStapmon } from '../microdata/testing/tiny-stapmon.ts';
import { writeTables } from '../microdata/testing/tiny-tables.ts';
import { publicDomain } from '../specification/domain.ts';
import type { Unit } from './fact.ts';
import { facts } from './facts.ts';
import { recordSource } from './source.ts';
import { openStapmonStage } from './stage.ts';
import { stapmonFacts, stapmonNeeds, stapmonRegionColumns, stapmonRegions } from './stapelingsmonitor.ts';
import { key, own, writeWorld, type World } from './test-support/world.ts';
import { unitRows } from './test-support/unit-rows.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-stapmon-'));
afterAll(() => rmSync(root, { recursive: true }));

async function values(dir: string, columns: readonly string[], unit: Unit, regions: readonly string[] = []) {
	const engine = await openEngine({ readable: [dir], threads: 1 });
	try {
		const tables = await openCbsTables(dir, 2023, stapmonNeeds);
		const wanted = columns.map((column) => facts.find((fact) => fact.column === column)!);
		const told = stapmonFacts(tables, 2023, wanted, unit);
		const sources = stapmonRegionColumns(tables, 2023, regions, unit);
		const stage = await openStapmonStage(engine, tables, 2023);
		const rows = await (await unitRows(stage, told, unit)).execute();
		const placed = regions.length === 0 ? [] : await stapmonRegions(stage, unit, regions, sources).execute();
		const places = new Map(placed.map((row) => [row.unit, regions.map((region) => row[region])]));
		return Object.fromEntries(
			rows.map((row) => [row.unit, [...columns.map((column) => row[column]), ...(places.get(row.unit!) ?? [])]])
		);
	} finally {
		await engine.close();
	}
}

function tiny(years: readonly number[], suffixed = true): string {
	const dir = mkdtempSync(join(root, 'tiny-'));
	for (const year of years) writeTables(dir, tinyStapmon(year, suffixed));
	return dir;
}

const person = (number: number, household: string, rest: Record<string, string>) => ({
	...own(number),
	huishoudnr: household,
	datumaanvanghh: '20200101',
	...rest
});
const world = (rows: Record<string, string>[], before: Record<string, string>[] = []): string => {
	const tables: World = { STAPMON2023TABV1: rows };
	if (before.length > 0) tables.STAPMON2022TABV1 = before;
	return writeWorld(root, tables);
};

describe('the Stapelingsmonitor', () => {
	it.each([true, false])('gives facts of households and of persons; the year in its names: %s', async (suffixed) => {
		const dir = tiny([2023], suffixed);
		const household = ['household_type', 'low_income', 'problematic_debts', 'poverty', 'income_social_minimum_percent'];
		expect(Object.values(await values(dir, household, 'household', ['buurt']))).toEqual([
			['3', 'yes', 'yes', 'yes', '84', '03630101'],
			['1', 'no', 'no', 'no', '228', '03630201'],
			['1', null, null, null, null, '03630201']
		]);
		const own = ['age', 'income_source', 'problematic_debts', 'health_insurance_default', 'unemployment_benefit'];
		expect(Object.values(await values(dir, own, 'person', ['gemeente']))).toEqual([
			['43', '11', 'no', 'no', 'no', '0363'],
			['43', '21', 'yes', 'yes', 'yes', '0363'],
			['63', '13', 'no', 'no', 'no', '0363'],
			['20', '26', null, 'no', 'no', '0363']
		]);
	});

	it('gives a household what any of its members has', async () => {
		const dir = world([
			person(2, 'A', { bijstand: '0', vermogenhhexcl: '2499', laagink: '0' }),
			person(1, 'A', { bijstand: '1', vermogenhhexcl: '2499', laagink: '0' }),
			person(3, 'B', { bijstand: '0', vermogenhhexcl: '2500', laagink: '' }),
			person(4, '', { bijstand: 'x', vermogenhhexcl: '', laagink: '1' }),
			{ ...person(5, 'B', { bijstand: '1', laagink: '1' }), RINPERSOONS: 'F' }
		]);
		expect(await values(dir, ['social_assistance', 'buffer_below_norm', 'low_income'], 'household')).toEqual({
			1: ['yes', 'yes', 'no'],
			3: ['no', 'no', null],
			4: [null, null, 'yes']
		});
	});

	it('tells histories by the own rows of those who are there now', async () => {
		const dir = world(
			[person(1, 'A', { laagink: '1' }), person(2, 'A', { laagink: '1' }), person(3, 'B', { laagink: '0' })],
			[person(1, 'X', { laagink: '0' }), person(3, 'X', { laagink: '1' }), person(9, 'A', { laagink: '1' })]
		);
		expect(await values(dir, ['low_income_change', 'low_income_years'], 'household')).toEqual({
			1: ['entered', '1'],
			3: ['left', '0']
		});
	});

	it('counts a person in two rows once', async () => {
		const dir = world([
			person(1, 'A', { wsnp: '0' }),
			{ ...person(1, 'B', { wsnp: '1' }), datumaanvanghh: '20210101' }
		]);
		expect(await values(dir, ['wsnp'], 'household')).toEqual({ 1: ['yes'] });
		expect(key(1)).toBe('000000001');
	});

	it('is refused for what it does not tell', async () => {
		const dir = world([person(1, 'A', { wsnp: '0' })]);
		await expect(values(dir, ['tenure'], 'household')).rejects.toThrow(InputError);
		await expect(values(dir, ['tenure'], 'household')).rejects.toThrow(/does not tell column tenure of a household/);
		await expect(values(dir, ['poverty'], 'household')).rejects.toThrow(/armoede_2023 is missing/);
		await expect(values(dir, ['wsnp'], 'household', ['buurt'])).rejects.toThrow(/bc_2023 is missing/);
	});

	it('serves a whole release: validated, checked and read, with a history', async () => {
		const dir = tiny([2022, 2023]);
		const spec = specSchema.parse({
			id: 'stapmon',
			source: { kind: 'cbs', classification: 2023 },
			unit: { kind: 'household' },
			period: '2023',
			attributes: {
				low_income: {
					column: 'low_income_change',
					codes: ['entered', 'stayed', 'left', 'out', 'in_unknown', 'out_unknown']
				}
			},
			tables: [{ by: ['low_income'] }],
			budget: { rho: '1' }
		});
		const source = recordSource(spec, publicDomain(spec, null, 'stapmon.yaml'), dir);
		await source.validate();
		await source.gate();
		const { engine, relation } = await source.open();
		const rows = await engine.db.selectFrom(relation).selectAll().execute();
		await engine.close();
		expect(rows.length).toBeGreaterThan(1);
		expect(source.chosen().map(({ table }) => table)).toContain('STAPMON');
	});
});
