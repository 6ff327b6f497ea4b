import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RegionTree } from '../contract/region-tree.ts';
import { specSchema } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { publicDomain } from '../specification/domain.ts';
import { cbsNeeds, openCbsTables, validateCbsSource } from './cbs-source.ts';
import { GBAADRESOBJECTBUS } from './tables/gbaadresobjectbus.ts';
import { INHATAB } from './tables/inhatab.ts';
import { SCHULDENPROBLEMATIEKTAB } from './tables/schuldenproblematiektab.ts';
import { WSNPTAB } from './tables/wsnptab.ts';
import { tinyTables, writeTables, type TinyTables } from './testing/tiny-tables.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-cbs-'));
afterAll(() => rmSync(root, { recursive: true }));

const tree = new RegionTree([
	{ code: 'GM0363', parent: null, name: 'Amsterdam', level: 'gemeente' },
	{ code: 'WK036301', parent: 'GM0363', name: 'Wijk 1', level: 'wijk' }
]);

interface Wish {
	readonly attributes?: Record<string, unknown>;
	readonly unit?: Record<string, unknown>;
	readonly classification?: number;
}

function asking({ attributes, unit = { kind: 'household' }, classification = 2024 }: Wish = {}) {
	const spec = specSchema.parse({
		id: 'tiny',
		source: { kind: 'cbs', classification },
		unit,
		period: '2023',
		attributes: attributes ?? { place: { tree: 'x.csv', column: 'wijk' }, low: yesNo('low_income') },
		tables: [{ by: [] }],
		budget: { rho: '0.1' }
	});
	return { spec, domain: publicDomain(spec, tree, 'tiny.yaml') };
}

const yesNo = (column: string) => ({ column, codes: ['yes', 'no'] });

function folder(change: (tables: TinyTables) => void = () => {}, tables = tinyTables()): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	change(tables);
	writeTables(dir, tables);
	return dir;
}

const validate = (dir: string, wish?: Wish, period = '2023') => {
	const { spec, domain } = asking(wish);
	return validateCbsSource(dir, period, spec, domain);
};

/** The message with which a folder is refused. */
async function refusal(dir: string, wish?: Wish, period?: string): Promise<string> {
	const error: unknown = await validate(dir, wish, period).catch((caught: unknown) => caught);
	expect(error).toBeInstanceOf(InputError);
	return (error as InputError).message;
}

describe('a folder of CBS tables', () => {
	it('serves a specification when the tables that it needs are complete', async () => {
		await expect(validate(folder())).resolves.toBeUndefined();
	});

	it('may spell its columns in any letter case', async () => {
		const turned = (turn: (name: string) => string) =>
			folder((tables) => {
				for (const [name, rows] of Object.entries(tables))
					tables[name] = rows.map((row) =>
						Object.fromEntries(Object.entries(row).map(([column, value]) => [turn(column), value]))
					);
			});
		const debts = { low: yesNo('low_income'), debts: yesNo('problematic_debts'), ww: yesNo('unemployment_benefit') };
		for (const turn of [(name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()])
			await expect(validate(turned(turn), { attributes: debts })).resolves.toBeUndefined();
	});

	it('may be of parquet files', async () => {
		const dir = mkdtempSync(join(root, 'tables-'));
		await writeTables(dir, tinyTables(), 'parquet');
		await expect(validate(dir)).resolves.toBeUndefined();
	});

	it('needs no table that no column of the specification is about', async () => {
		const dir = folder((tables) => delete tables.WSNP2023TABV1);
		writeFileSync(join(dir, 'VEH2023TABV1.csv'), '');
		await expect(validate(dir)).resolves.toBeUndefined();
		const { spec, domain } = asking({ attributes: { low: yesNo('low_income') } });
		expect(cbsNeeds(spec, domain).map(({ table }) => table)).not.toContain(GBAADRESOBJECTBUS);
	});

	it('is refused without a table: which one, of which year, for which column, and how to mend it', async () => {
		const dir = folder((tables) => delete tables.INHA2023TABV1);
		const message = await refusal(dir);
		for (const text of ['INHATAB', '2023', dir, 'low_income', 'INHA2023TABV1']) expect(message).toContain(text);
		const register = await refusal(folder((tables) => delete tables.GBAPERSOON2023TABV1));
		expect(register).toMatch(/GBAPERSOONTAB.*2023.*Every release needs it/);
	});

	it('is refused with a table in another format, which is named', async () => {
		const dir = folder((tables) => delete tables.INHA2023TABV1);
		writeFileSync(join(dir, 'INHA2023TABV1.DTA'), '');
		expect(await refusal(dir)).toMatch(/Of INHA2023TABV1\.DTA the format is not read/);
	});

	it('is refused without a table of another owner, with whose consent it takes', async () => {
		const dir = folder((tables) => delete tables.WSNP2023TABV1);
		expect(await refusal(dir, { attributes: { wsnp: yesNo('wsnp') } })).toContain(WSNPTAB.consent);
	});

	it('is refused when a table lacks a column, with what needs the table', async () => {
		const dir = folder((tables) => tables.INHA2023TABV1!.forEach((row) => delete row.INHEHALGR));
		expect(await refusal(dir)).toMatch(/INHA2023TABV1\.csv: column INHEHALGR missing.*low_income/);
		const narrow = folder((tables) => tables.VSLGWB2024TABV1!.forEach((row) => delete row.wc2024));
		expect(await refusal(narrow)).toMatch(/wc2024 missing.*wijk/);
		const undated = folder((tables) => tables.GBAOVERLIJDEN2023TABV1!.forEach((row) => delete row.GBADATUMOVERLIJDEN));
		const death = { column: 'event_partner_died', codes: ['0-11', 'none'] };
		expect(await refusal(undated, { attributes: { death } })).toMatch(/GBAOVERLIJDENTAB.*event_partner_died/);
	});

	it('is refused when it is not there, or the period is no year', async () => {
		expect(await refusal(join(root, 'none'))).toMatch(/no such folder/);
		expect(await refusal(folder(), {}, 'soon')).toMatch(/period soon/);
	});
});

describe('a specification', () => {
	it.each([
		['a column that nobody knows', { attributes: { a: yesNo('TYPHH') } }, /TYPHH is not known.*docs\/cbs-tables/],
		[
			'a column of households, per person',
			{ attributes: { a: yesNo('low_income') }, unit: { kind: 'person' } },
			/low_income is not known of a person.*household/
		],
		[
			'a code that does not occur',
			{ attributes: { a: { column: 'low_income', codes: ['yes', 'nee'] } } },
			/attributes\.a: code nee does not occur.*yes, no/
		],
		['several rows per unit', { unit: { kind: 'household', contribution: 2 } }, /contribution/]
	])('is refused for %s', async (_, wish, message) => {
		expect(await refusal(folder(), wish)).toMatch(message);
	});
});

describe('tables of other years', () => {
	const history = [
		{ table: INHATAB, years: [0] },
		{ table: INHATAB, years: [-1, -2], optional: true as const }
	];

	it('are opened when they are there, and otherwise unknown', async () => {
		const tables = await openCbsTables(folder(undefined, tinyTables([2022, 2023])), 2023, history);
		expect(basename(tables.file(INHATAB, 2022)!.path)).toBe('INHA2022TABV1.csv');
		expect(tables.file(INHATAB, 2021)).toBeUndefined();
		expect(tables.file(WSNPTAB, 2023)).toBeUndefined();
		expect(tables.chosen.map(({ file }) => file)).toEqual(['INHA2023TABV1.csv', 'INHA2022TABV1.csv']);
	});

	it('tell nothing when they have other columns', async () => {
		const dir = folder(
			(tables) => tables.INHA2022TABV1!.forEach((row) => delete row.INHARMLAG),
			tinyTables([2022, 2023])
		);
		expect((await openCbsTables(dir, 2023, history)).file(INHATAB, 2022)).toBeUndefined();
		const now = [{ table: INHATAB, years: [0], optional: true as const }];
		await expect(openCbsTables(dir, 2022, now)).rejects.toThrow(/INHARMLAG missing/);
	});

	describe('of debts', () => {
		const flag = 'smalle_def_problematische_schulden_HH_20230101';
		const needs = [{ table: SCHULDENPROBLEMATIEKTAB, years: [-1] }];
		const servingFor2022 = async (change: (tables: TinyTables) => void) => {
			const tables = await openCbsTables(folder(change, tinyTables([2022, 2023])), 2023, needs);
			return basename(tables.file(SCHULDENPROBLEMATIEKTAB, 2022)!.path);
		};

		it('serve the year of which they tell the most dates', async () => {
			expect(await servingFor2022(() => {})).toBe('SCHULDENPROBLEMATIEK2022TABV1.csv');
			expect(
				await servingFor2022((tables) => tables.SCHULDENPROBLEMATIEK2023TABV1!.forEach((row) => (row[flag] = '0')))
			).toBe('SCHULDENPROBLEMATIEK2022TABV1.csv');
		});

		it('serve it with as many dates when they are the newest, whatever year their name has', async () => {
			const last = (tables: TinyTables) => {
				tables.SCHULDENPROBLEMATIEK2023TABV1!.forEach((row) => (row[flag] = '0'));
				for (const row of tables.SCHULDENPROBLEMATIEK2022TABV1!)
					for (const column of Object.keys(row)) if (/_2022\d{4}$/.test(column)) delete row[column];
			};
			expect(await servingFor2022(last)).toBe('SCHULDENPROBLEMATIEK2023TABV1.csv');
		});

		it('are refused without the date that counts, and when there are none', async () => {
			const undated = (tables: TinyTables) => tables.SCHULDENPROBLEMATIEK2022TABV1!.forEach((row) => delete row[flag]);
			await expect(servingFor2022(undated)).rejects.toThrow(new RegExp(`column ${flag} missing`));
			await expect(openCbsTables(folder(), 2022, needs)).rejects.toThrow(/SCHULDENPROBLEMATIEKTAB.*2021/);
		});
	});
});
