import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema } from '../contract/spec.ts';
import { publicDomain } from '../specification/domain.ts';
import { validateCbsSource } from './cbs-source.ts';
import { openDataFile } from './data-file.ts';
import { servesFromStapmon, stapmonColumn, stapmonGiving } from './stapmon-source.ts';
import { tinyStapmon } from './testing/tiny-stapmon.ts';
import { tinyTables, writeTables, type TinyTables } from './testing/tiny-tables.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-stapmon-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(tables: TinyTables): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	writeTables(dir, tables);
	return dir;
}

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
	{ code: 'GM0363', parent: 'NL', name: 'Amsterdam', level: 'gemeente' }
]);

function validate(dir: string, column: string, kind = 'household', classification = 2023): Promise<void> {
	const region = column === 'gemeente';
	const spec = specSchema.parse({
		id: 'tiny',
		source: { kind: 'cbs', classification },
		unit: { kind },
		period: '2023',
		attributes: { a: region ? { tree: 'x.csv', column } : { column, codes: ['yes', 'no'] } },
		tables: [{ by: [] }],
		budget: { rho: '0.1' }
	});
	return validateCbsSource(dir, '2023', spec, publicDomain(spec, tree, 'tiny.yaml'));
}

it('is the source of a year when there is no household register that reaches it', () => {
	const stapmon = tinyStapmon(2023);
	expect(servesFromStapmon(folder(stapmon), 2023)).toBe(true);
	expect(servesFromStapmon(folder(stapmon), 2022)).toBe(false);
	expect(servesFromStapmon(folder({ ...stapmon, ...tinyTables() }), 2023)).toBe(false);
	expect(servesFromStapmon(folder({ ...stapmon, ...tinyTables([2022]) }), 2023)).toBe(true);
});

it.each([true, false])('serves what it tells, with the year in its column names: %s', async (suffixed) => {
	const dir = folder(tinyStapmon(2023, suffixed));
	await expect(validate(dir, 'low_income')).resolves.toBeUndefined();
	await expect(validate(dir, 'problematic_debts', 'person')).resolves.toBeUndefined();
	await expect(validate(dir, 'gemeente')).resolves.toBeUndefined();
	const file = await openDataFile(join(dir, 'STAPMON2023TABV1.csv'));
	expect(stapmonColumn(file, 'lowIncome', 2023)).toBe(suffixed ? 'laagink_2023' : 'laagink');
	expect(stapmonColumn(file, 'lowIncome', 2022)).toBe(suffixed ? undefined : 'laagink');
});

it('is refused for what it does not tell, and for places on the classification of another year', async () => {
	const dir = folder(tinyStapmon(2023));
	await expect(validate(dir, 'problematic_debts_10')).rejects.toThrow(
		/Stapelingsmonitor of 2023.*problematic_debts_10 of a household/
	);
	await expect(validate(dir, 'gemeente', 'household', 2024)).rejects.toThrow(/classification of 2023 only/);
	const early = tinyStapmon(2023, false);
	early.STAPMON2023TABV1!.forEach((row) => delete row.smalle_schuld);
	await expect(validate(folder(early), 'problematic_debts', 'person')).rejects.toThrow(/problematic_debts of a person/);
});

it('needs the household number only to count households', async () => {
	const tables = tinyStapmon(2023);
	tables.STAPMON2023TABV1!.forEach((row) => delete row.huishoudnr_2023);
	await expect(validate(folder(tables), 'wsnp')).rejects.toThrow(/huishoudnr_2023/);
	await expect(validate(folder(tables), 'wsnp', 'person')).resolves.toBeUndefined();
});

it('gives columns of the analysis file, of persons and of households', () => {
	expect(stapmonGiving('problematic_debts', 'person')).toBe('debts');
	expect(stapmonGiving('problematic_debts', 'household')).toBe('householdDebts');
	expect(stapmonGiving('low_income', 'person')).toBeUndefined();
});
