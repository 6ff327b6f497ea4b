import { appendFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { named } from '../../engine/named.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/engine.ts';
import { InputError, QualityGateError } from '../../errors.ts';
import { tinyStapmon } from '../testing/tiny-stapmon.ts';
import { tinyTables, writeTables, type TinyTables } from '../testing/tiny-tables.ts';
import { cbsTables } from '../tables/all-tables.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../tables/gbapersoontab.ts';
import { INHATAB } from '../tables/inhatab.ts';
import { VSLGWBTAB } from '../tables/vslgwbtab.ts';
import { WSNPTAB } from '../tables/wsnptab.ts';
import { CheckData } from './check-data.ts';
import { inWords } from './in-words.ts';
import { checksPage } from './page.ts';
import { band, type CheckReport } from './report.ts';
import type { RowRule } from './rule.ts';
import { checkRules } from './rules.ts';
import { gate, gateTables, runChecks } from './run-checks.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-checks-'));
afterAll(() => rmSync(root, { recursive: true }));

const goodTables = (): TinyTables => ({ ...tinyTables(), ...tinyStapmon(2023) });

function folderWith(change: (tables: TinyTables) => void = () => {}, files: (dir: string) => void = () => {}): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	const tables = goodTables();
	change(tables);
	writeTables(dir, tables);
	files(dir);
	return dir;
}

const brokenIn = (report: CheckReport) => report.rules.filter((rule) => !rule.passed).map((rule) => rule.id);
const twice = (t: TinyTables) => t.GBAPERSOON2023TABV1!.push({ ...t.GBAPERSOON2023TABV1![0]! });

describe('runChecks', () => {
	it('runs for one period when asked, and refuses a period that is no year', async () => {
		const dir = folderWith();
		expect((await runChecks(dir, ['2023'])).passed).toBe(true);
		expect((await runChecks(dir, ['2022'])).rules.every((rule) => !rule.id.endsWith('/INHATAB/2023'))).toBe(true);
		await expect(runChecks(dir, ['soon'])).rejects.toThrow(InputError);
	});

	it('finds the same faults in parquet as in csv', async () => {
		const dir = mkdtempSync(join(root, 'parquet-'));
		const tables = goodTables();
		twice(tables);
		tables.INHA2023TABV1![0]!.INHARMLAG = '-7';
		await writeTables(dir, tables, 'parquet');
		const csv = mkdtempSync(join(root, 'csv-'));
		writeTables(csv, tables);
		const report = await runChecks(dir);
		expect(brokenIn(report)).toEqual(brokenIn(await runChecks(csv)));
		expect(brokenIn(report)).toContain('percentages/INHATAB/2023');
	});

	it('says what a rule lacks that is not run', async () => {
		const report = await runChecks(folderWith((t) => delete t.VEH2023TABV1));
		expect(report.passed).toBe(true);
		expect(report.notRun.find((rule) => rule.id === 'wealth-balance/VEHTAB/2023')?.needs).toBe('needs VEHTAB');
		expect(report.notRun.find((rule) => rule.id === 'panel-attrition/GBAHUISHOUDENSBUS/2023')?.needs).toBe(
			'needs GBAHUISHOUDENSBUS of the year before'
		);
		expect(report.rules.some((rule) => rule.id.includes('VEHTAB'))).toBe(false);
		const narrow = await runChecks(folderWith((t) => t.VEH2023TABV1!.forEach((row) => delete row.VEHW1200STOH)));
		expect(narrow.notRun.find((rule) => rule.id === 'wealth-balance/VEHTAB/2023')?.needs).toBe(
			'needs column VEHW1200STOH'
		);
	});

	it('does not ask for registers where the Stapelingsmonitor is', async () => {
		const alone = folderWith((t) => {
			for (const name of Object.keys(t)) if (!name.startsWith('STAPMON')) delete t[name];
		});
		expect((await runChecks(alone)).passed).toBe(true);
	});

	it('gives memory back: no relation outlives its year', async () => {
		const engine = await openEngine({ readable: [] });
		const data = new CheckData(engine, 2023, new Map(), null);
		await data.made('one', async () => sql`select 1 as one`);
		await data.release();
		const { rows } = await sql<{ n: bigint }>`select count(*) as n from duckdb_tables()`.execute(engine.db);
		await engine.close();
		expect(Number(rows[0]!.n)).toBe(0);
	});
});

describe('with the tables that are read', () => {
	const income = { table: INHATAB, years: [0] };

	it('a fault in another table stops nothing, and one in these does', async () => {
		const dir = folderWith(twice);
		const report = await runChecks(dir, ['2023'], [income]);
		expect(report.passed).toBe(true);
		expect(report.rules.every((rule) => rule.id.includes('/INHATAB/'))).toBe(true);
		expect((await runChecks(dir, ['2023'])).passed).toBe(false);
	});

	it('a needed table that is not there stops, an optional one does not', async () => {
		const dir = folderWith((t) => delete t.WSNP2023TABV1);
		const needed = await runChecks(dir, ['2023'], [income, { table: WSNPTAB, years: [0] }]);
		expect(brokenIn(needed)).toEqual(['file-present/WSNPTAB/2023']);
		const optional = await runChecks(dir, ['2023'], [income, { table: WSNPTAB, years: [0, -1], optional: true }]);
		expect(optional.passed).toBe(true);
	});

	it('years ago are checked too, and passed over where they are optional and have other columns', async () => {
		const dir = folderWith((t) => {
			t.INHA2022TABV1 = t.INHA2023TABV1!.map((row) => ({ ...row, INHARMLAG: '-7' }));
			t.INHA2021TABV1 = t.INHA2023TABV1!.map(({ INHARMLAG: _, ...row }) => row);
		});
		const report = await runChecks(dir, ['2023'], [income, { table: INHATAB, years: [-1, -2], optional: true }]);
		expect(brokenIn(report)).toEqual(['percentages/INHATAB/2022']);
	});
});

describe('gate', () => {
	it('stops a duplicate person key, naming table and rule', async () => {
		const report = await runChecks(folderWith(twice));
		expect(() => gate(report)).toThrow(QualityGateError);
		expect(() => gate(report)).toThrow(/key-unique\/GBAPERSOONTAB\/2023/);
	});

	it('lets a broken warning pass', async () => {
		const report = await runChecks(folderWith((t) => (t.GBAHUISHOUDENS2023BUSV1![2]!.AANTALPERSHH = '3')));
		expect(brokenIn(report)).toEqual(['household-size/GBAHUISHOUDENSBUS/2023']);
		expect(() => gate(report)).not.toThrow();
	});
});

describe('gateTables', () => {
	const needs = [GBAPERSOONTAB, GBAHUISHOUDENSBUS].map((table) => ({ table, years: [0] }));

	it('stops at a broken rule about the tables that are read, and at no other one', async () => {
		const dir = folderWith(twice);
		await expect(gateTables(dir, ['2023'], needs)).rejects.toThrow(/key-unique\/GBAPERSOONTAB\/2023/);
		await expect(gateTables(dir, ['2023'], [{ table: INHATAB, years: [0] }])).resolves.toBeUndefined();
		await expect(gateTables(dir, ['2022'], [{ table: INHATAB, years: [0] }])).rejects.toThrow(QualityGateError);
	});

	it('does not stop at a warning', async () => {
		const dir = folderWith((t) => (t.GBAHUISHOUDENS2023BUSV1![2]!.AANTALPERSHH = '3'));
		await expect(gateTables(dir, ['2023'], needs)).resolves.toBeUndefined();
	});
});

describe('a file that cannot be read', () => {
	it('is no readable file when it is another kind of file', async () => {
		const dir = folderWith(undefined, (d) => {
			const text = readFileSync(join(d, 'INHA2023TABV1.csv'));
			unlinkSync(join(d, 'INHA2023TABV1.csv'));
			writeFileSync(join(d, 'INHA2023TABV1.parquet'), text);
		});
		expect(brokenIn(await runChecks(dir))).toContain('file-present/INHATAB/2023');
	});

	it('breaks readable, and every rule about its rows, when its records are damaged', async () => {
		const dir = mkdtempSync(join(root, 'damaged-'));
		const tables = goodTables();
		const many = Array.from({ length: 3000 }, (_, i) => ({
			...tables.INHA2023TABV1![1]!,
			RINPERSOONHKW: String(2e8 + i)
		}));
		await writeTables(dir, { ...tables, INHA2023TABV1: many }, 'parquet');
		const path = join(dir, 'INHA2023TABV1.parquet');
		const bytes = readFileSync(path);
		// The header of the file is at its end; its records come first.
		bytes.fill(0xff, 4, 4000);
		writeFileSync(path, bytes);
		const needs = [{ table: INHATAB, years: [0] }];
		const report = await runChecks(dir, ['2023'], needs);
		expect(brokenIn(report)).toContain('readable/INHATAB/2023');
		expect(brokenIn(report)).toContain('percentages/INHATAB/2023');
		expect(() => gate(report)).toThrow(QualityGateError);
		const without = await runChecks(
			dir,
			['2023'],
			needs,
			checkRules.filter((rule) => rule.id !== 'readable')
		);
		expect(brokenIn(without).some((id) => id.startsWith('readable/'))).toBe(false);
	});
});

describe('a comparison with published figures', () => {
	/** Judges made-up rows instead of those of files. */
	async function breaks(id: string, year: number, figures: Record<string, number>): Promise<boolean> {
		const rule = checkRules.find((one) => one.id === id) as RowRule;
		const engine = await openEngine({ readable: [] });
		const file = { path: '', format: 'csv', delimiter: ';', columns: places } as const;
		const data = new CheckData(engine, year, new Map([[VSLGWBTAB, { year, file }]]), null);
		const columns = Object.entries(figures).map(([name, value]) => sql`${sql.val(value)} as ${named(name)}`);
		const broken = rule.broken(data, rule.tables[0]!);
		const query = sql<{ broken: boolean }>`select ${broken} as broken from (select ${sql.join(columns)}) as row`;
		const { rows } = await query.execute(engine.db);
		await engine.close();
		return rows[0]!.broken;
	}
	const places = ['gem2024', 'wc2024', 'bc2024'].map((name) => ({ name, type: 'VARCHAR', floating: false }));
	const whole = 17_942_942;

	it.each([
		['population-country', 2023, { persons: 17_770_000, households: 0 }, { persons: 17_760_000, households: 0 }],
		['households-country', 2023, { persons: whole, households: 8_300_000 }, { persons: whole, households: 8_470_000 }],
		['low-income-share', 2023, { households: 200_000, low: 9_000 }, { households: 200_000, low: 9_300 }],
		['debt-share', 2023, { heads: 200_000, indebted: 19_700 }, { heads: 200_000, indebted: 15_700 }],
		['assistance-total', 2023, { persons: 365_000, country: whole }, { persons: 360_000, country: whole }],
		[
			'population-municipality',
			2023,
			{ persons: 1_015, published: 1_000, country: whole },
			{ persons: 1_025, published: 1_000, country: whole }
		]
	])('%s is met within its threshold and broken beyond it', async (id, year, near, far) => {
		expect(await breaks(id, year, near)).toBe(false);
		expect(await breaks(id, year, far)).toBe(true);
		// Nothing is published for that year, so nothing is judged.
		expect(await breaks(id, 2031, far)).toBe(false);
	});

	it('says nothing of a sample', async () => {
		expect(await breaks('population-country', 2023, { persons: 100_000, households: 0 })).toBe(false);
		expect(await breaks('households-country', 2023, { persons: 100_000, households: 9 })).toBe(false);
		expect(await breaks('low-income-share', 2023, { households: 9_000, low: 9_000 })).toBe(false);
		expect(await breaks('debt-share', 2023, { heads: 9_000, indebted: 9_000 })).toBe(false);
		expect(await breaks('assistance-total', 2023, { persons: 9, country: 100_000 })).toBe(false);
		expect(await breaks('population-municipality', 2023, { persons: 9, published: 1_000, country: 100_000 })).toBe(
			false
		);
	});

	it('is known for each of these rules', () => {
		const tested = ['population-country', 'households-country', 'low-income-share', 'debt-share', 'assistance-total'];
		const rules = checkRules.filter((rule) => rule.level === 5).map((rule) => rule.id);
		expect(rules.sort()).toEqual([...tested, 'population-municipality'].sort());
		expect(checkRules.find((rule) => rule.id === 'population-country')!.tables).toEqual([GBAHUISHOUDENSBUS]);
	});
});

describe('a report', () => {
	it('bands counts', () => {
		const bands = [0, 1, 9, 10, 99, 100, 999, 1000, Infinity].map(band);
		expect(bands).toEqual(['0', '1-9', '1-9', '10-99', '10-99', '100-999', '100-999', '1000+', '1000+']);
	});

	/** Every word of a report is ours: a rule, a table, a year, a column that tables have, or a band. */
	function expectOurWords(report: CheckReport): void {
		for (const { id, title, affected } of report.rules) {
			const [rule, table, year] = id.split('/');
			const known = checkRules.find((one) => one.id === rule)!;
			expect(known.tables.map(({ name }) => name)).toContain(table);
			expect(year).toMatch(/^20\d{2}$/);
			expect([null, '0', '1-9', '10-99', '100-999', '1000+']).toContain(affected);
			if ('fault' in known) expect(title.slice(table!.length)).not.toMatch(/\d/);
			else expect(title).toBe(`${table}: ${known.title}`);
		}
		for (const { id, needs } of report.notRun) {
			expect(id).toMatch(/^[a-z-]+\/[A-Z0-9]+\/20\d{2}$/);
			expect(needs).toMatch(/^needs (column )?[A-Za-z0-9_]+( of the year before)?$/);
		}
	}

	const CANARIES = ['CANARY7', '765432109', '-76543.21'];

	/** Rows of nothing but values that must not be told, and torn lines. */
	function planted(names: readonly string[]): string {
		return folderWith(
			(t) => {
				for (const name of names)
					for (const value of CANARIES)
						t[name]!.push(Object.fromEntries(Object.keys(t[name]![0]!).map((column) => [column, value])));
			},
			(dir) => {
				for (const name of names)
					appendFileSync(join(dir, `${name}.csv`), `"${CANARIES[0]};\xff;${CANARIES[1]}\n${CANARIES[0]}`);
			}
		);
	}

	function expectNone(report: CheckReport): void {
		expect(report.passed).toBe(false);
		expectOurWords(report);
		const stopped = expect.objectContaining({ name: 'QualityGateError' });
		expect(() => gate(report)).toThrow(stopped);
		for (const value of CANARIES) {
			expect(JSON.stringify(report) + inWords(report)).not.toContain(value);
			expect(() => gate(report)).not.toThrow(expect.objectContaining({ message: expect.stringContaining(value) }));
		}
	}

	it('never holds a value or a key, when all tables are full of what does not belong there', async () => {
		expectNone(await runChecks(planted(Object.keys(goodTables()))));
	});

	it.each(Object.keys(goodTables()))('never holds a value or a key of %s alone', async (name) => {
		const table = cbsTables.find((one) => one.fileName.test(name))!;
		expectNone(await runChecks(planted([name]), ['2023'], [{ table, years: [0] }]));
	});

	it('in words has a line for each rule that is not met, and one for all that lack the same', async () => {
		const words = inWords(await runChecks(folderWith((t) => (twice(t), delete t.VEH2023TABV1))));
		expect(words).toContain('Level 1, within one file: ');
		expect(words).toMatch(/^FAILED key-unique\/GBAPERSOONTAB\/2023: .* \(1-9 rows\)$/m);
		expect(words).toMatch(/^warns {2}duplicate-rows\/GBAPERSOONTAB\/2023: /m);
		expect(words.match(/^not run \(needs VEHTAB\): .*wealth-balance, wealth-parts/gm)).toHaveLength(1);
		expect(words).toMatch(/nothing can be measured until the failed rules are mended\.$/);
	});
});

describe('the page', () => {
	it('has a row for every rule, and says which ones stop', () => {
		const rows = checksPage().match(/^\| `.*$/gm)!;
		expect(rows.map((row) => /`([^`]+)`/.exec(row)![1])).toEqual(checkRules.map((rule) => rule.id));
		const stopping = checkRules.filter((rule) => rule.severity === 'error');
		expect(rows.filter((row) => row.includes('**stops**'))).toHaveLength(stopping.length);
	});
});
