import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RegionTree } from '../contract/region-tree.ts';
import type { Domain } from '../contract/domain.ts';
import { specSchema, type Spec } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { validateCbsSource } from '../microdata/cbs-source.ts';
import { writeSav } from '../microdata/sav/write.ts';
import { tinyStapmon } from '../microdata/testing/tiny-stapmon.ts';
import { tinyTables, writeTables, type TinyTables } from '../microdata/testing/tiny-tables.ts';
import { publicDomain } from '../specification/domain.ts';
import type { Wanted } from './analysis-file.ts';
import { cbsAnalysisFiles } from './households.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-households-'));
afterAll(() => rmSync(root, { recursive: true }));

const tree = new RegionTree([
	{ code: 'GM0363', parent: null, name: 'Amsterdam', level: 'gemeente' },
	{ code: 'WK036301', parent: 'GM0363', name: 'Wijk 1', level: 'wijk' },
	{ code: 'WK036302', parent: 'GM0363', name: 'Wijk 2', level: 'wijk' },
	{ code: 'BU03630101', parent: 'WK036301', name: 'Buurt 1', level: 'buurt' },
	{ code: 'BU03630201', parent: 'WK036302', name: 'Buurt 2', level: 'buurt' }
]);
const specWith = (column = 'household_type') =>
	specSchema.parse({
		id: 'tiny',
		source: { kind: 'cbs', classification: 2024 },
		unit: { kind: 'household' },
		period: '2023',
		attributes: {
			place: { tree: 'cbs:2024', column: 'buurt' },
			type: { column, codes: ['1', '2', '3', '4', '5', '6', '7', '8'] },
			low: { column: 'low_income', codes: ['yes', 'no'] },
			debts: { column: 'problematic_debts', codes: ['yes', 'no'] }
		},
		tables: [{ level: 'buurt', by: ['low'] }],
		budget: { rho: '0.1' }
	});
const spec = specWith();
const domain = publicDomain(spec, tree, 'tiny.yaml');

/** Rows of the analysis file as text, sorted: region code, then the code of each attribute. */
async function households(change: (tables: TinyTables) => void = () => {}): Promise<string[]> {
	const dir = mkdtempSync(join(root, 'tables-'));
	const tables = tinyTables();
	change(tables);
	writeTables(dir, tables);
	return coded(spec, domain, dir);
}

async function coded(spec: Spec, domain: Domain, dir: string): Promise<string[]> {
	return (await codedTogether([{ spec, domain }], dir))[0]!;
}

async function codedTogether(releases: readonly Wanted[], dir: string): Promise<string[][]> {
	const engine = await openEngine({ readable: [dir], threads: 1 });
	try {
		const files = await cbsAnalysisFiles(releases, dir, engine);
		const all = await Promise.all(files.map(({ relation }) => engine.db.selectFrom(relation).selectAll().execute()));
		return all.map((rows, i) => rows.map((row) => inCodes(releases[i]!.domain, row)).sort());
	} finally {
		await engine.close();
	}
}

function inCodes({ region, attributes }: Domain, row: Record<string, unknown>): string {
	const place = region === null ? [] : [region.tree.regions[Number(row.region)]!.code];
	return [...place, ...attributes.map(({ name, codes }) => codes[Number(row[name])])].join(' ');
}

const GOOD = ['BU03630101 3 yes yes', 'BU03630201 1 no no', 'BU03630201 1 unknown unknown'];
const bus = (t: TinyTables) => t.GBAHUISHOUDENS2023BUSV1!;
const addresses = (t: TinyTables) => t.GBAADRESOBJECT2023BUSV1!;

describe('households on 31 December', () => {
	it('are one row each, with income, debts and region found by their own keys', async () => {
		expect(await households()).toEqual(GOOD);
	});

	it('do not depend on the order of rows in any file', async () => {
		expect(await households((t) => Object.values(t).forEach((rows) => rows.reverse()))).toEqual(GOOD);
	});

	it('are read together for several releases, each with what it asks alone', async () => {
		const dir = mkdtempSync(join(root, 'together-'));
		writeTables(dir, tinyTables());
		const attributes = {
			// The same name as in the other release, for something else.
			low: { column: 'household_type', codes: ['3', '1'] },
			debts: { column: 'problematic_debts', codes: ['no', 'yes'] }
		};
		const other = specSchema.parse({ ...spec, attributes, tables: [{ by: ['low', 'debts'] }] });
		const releases = [
			{ spec, domain },
			{ spec: other, domain: publicDomain(other, null, 'other.yaml') }
		];
		const [first, second] = await codedTogether(releases, dir);
		expect(first).toEqual(GOOD);
		expect(second).toEqual(['1 no', '1 unknown', '3 yes']);
		expect(await coded(other, releases[1]!.domain, dir)).toEqual(second);
	});

	it('are the same from SPSS files', async () => {
		const dir = mkdtempSync(join(root, 'sav-'));
		for (const [name, rows] of Object.entries(tinyTables())) {
			const columns = Object.keys(rows[0] ?? {}).map((column) => ({ name: column, type: 'text' as const, width: 40 }));
			const texts = columns.map((column) => rows.map((row) => row[column.name] ?? null));
			const options = { encoding: 'windows-1252', compression: 'bytecode' } as const;
			if (rows.length > 0)
				await writeSav(join(dir, `${name}.sav`), columns, [{ rows: rows.length, columns: texts }], options);
		}
		expect(await coded(spec, domain, dir)).toEqual(GOOD);
	});

	it('stay one row when registrations contradict each other', async () => {
		const tables = (t: TinyTables) => {
			bus(t).push({ ...bus(t)[1]!, REFPERSOONHH: '1', TYPHH: '5' });
			// A second address that began later wins; one that ended before the date does not count.
			addresses(t).push({
				...addresses(t)[0]!,
				RINOBJECTNUMMER: '2'.padStart(32, '0'),
				GBADATUMAANVANGADRESHOUDING: '20220101'
			});
			addresses(t).push({
				...addresses(t)[0]!,
				GBADATUMAANVANGADRESHOUDING: '20230101',
				GBADATUMEINDEADRESHOUDING: '20231230'
			});
			t.VSLGWB2024TABV1!.push({ ...t.VSLGWB2024TABV1![1]! });
			t.INHA2023TABV1!.push({ ...t.INHA2023TABV1![0]! });
		};
		expect(await households(tables)).toEqual([
			'BU03630201 1 no no',
			'BU03630201 1 unknown unknown',
			'BU03630201 3 yes yes'
		]);
	});

	it('leave out spells that do not cover the date and persons without a linkable key', async () => {
		const rows = await households((t) => {
			bus(t)[2]!.DATUMEINDEHH = '20231230';
			bus(t)[3]!.RINPERSOONS = 'F';
		});
		expect(rows).toEqual([GOOD[0]]);
	});

	it('are unknown where nothing is found or a value makes no sense, and never an error', async () => {
		const rows = await households((t) => {
			t.VSLGWB2024TABV1!.forEach((row) => (row.bc2024 = '--------'));
			t.INHA2023TABV1!.forEach((row, i) => (row.INHARMLAG = ['NaN', '9999999999', '1e999'][i]!));
			t.SCHULDENPROBLEMATIEK2023TABV1!.forEach((row) => (row.smalle_def_problematische_schulden_HH_20240101 = '?'));
			bus(t).forEach((row) => (row.TYPHH = 'x'));
		});
		expect(rows).toEqual(Array(3).fill('unknown unknown unknown unknown'));
	});

	it('change by one row when a household is removed with all its rows', async () => {
		const keep = (keys: string[]) => (row: Record<string, string>) =>
			!keys.includes(row.RINPERSOON ?? row.RINPERSOONHKW ?? '');
		for (const [gone, persons] of [
			[0, ['000000001', '000000002']],
			[1, ['000000003']],
			[2, ['000000004']]
		] as const) {
			const rows = await households((t) => {
				for (const name of Object.keys(t)) t[name] = t[name]!.filter(keep([...persons]));
			});
			expect(rows).toEqual(GOOD.filter((_, i) => i !== gone));
		}
	});
});

describe('persons on 31 December', () => {
	it('are one row each, with their own debts and address', async () => {
		const rows = await persons();
		expect(rows).toEqual(['BU03630101 3 no', 'BU03630101 3 yes', 'BU03630201 1 no', 'BU03630201 1 unknown']);
	});

	async function persons(): Promise<string[]> {
		const { place, type, debts } = spec.attributes;
		const own = {
			...spec,
			unit: { kind: 'person' as const, contribution: 1 },
			attributes: { place, type, debts },
			tables: [{ by: ['debts'] }]
		};
		const parsed = specSchema.parse(own);
		const persons = publicDomain(parsed, tree, 'tiny.yaml');
		const dir = mkdtempSync(join(root, 'tables-'));
		writeTables(dir, tinyTables());
		return coded(parsed, persons, dir);
	}
});

describe('a folder with the Stapelingsmonitor alone', () => {
	it('serves the facts that it tells, on the regions of its own year', async () => {
		const dir = mkdtempSync(join(root, 'stapmon-'));
		writeTables(dir, tinyStapmon(2023));
		const own = specSchema.parse({ ...spec, source: { kind: 'cbs', classification: 2023 } });
		expect(await coded(own, publicDomain(own, tree, 'tiny.yaml'), dir)).toEqual([
			'BU03630101 3 yes yes',
			'BU03630201 1 no no',
			'BU03630201 1 unknown unknown'
		]);
	});
});

describe('validateCbsSource', () => {
	const folder = (change: (tables: TinyTables) => void = () => {}) => {
		const dir = mkdtempSync(join(root, 'tables-'));
		const tables = tinyTables();
		change(tables);
		writeTables(dir, tables);
		return dir;
	};

	it('accepts complete tables', async () => {
		await expect(validateCbsSource(folder(), '2023', spec, domain)).resolves.toBeUndefined();
	});

	it('names what is missing: folder, table, column, period, analysis column', async () => {
		const dir = folder((t) => delete t.INHA2023TABV1);
		await expect(validateCbsSource(join(root, 'none'), '2023', spec, domain)).rejects.toThrow(/no such folder/);
		await expect(validateCbsSource(dir, '2023', spec, domain)).rejects.toThrow(/INHATAB.*2023/);
		await expect(validateCbsSource(dir, 'soon', spec, domain)).rejects.toThrow(InputError);
		const narrow = folder((t) => t.VSLGWB2024TABV1!.forEach((row) => delete row.bc2024));
		await expect(validateCbsSource(narrow, '2023', spec, domain)).rejects.toThrow(/bc2024 missing/);
		const odd = specWith('TYPHH');
		await expect(validateCbsSource(folder(), '2023', odd, publicDomain(odd, tree, 'x'))).rejects.toThrow(
			/TYPHH is not known.*docs\/cbs-tables/
		);
	});
});
