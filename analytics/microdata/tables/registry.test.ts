import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../errors.ts';
import { GBAOVERLIJDENTAB } from './gbaoverlijdentab.ts';
import { GBAPERSOONTAB } from './gbapersoontab.ts';
import { INHATAB } from './inhatab.ts';
import { cbsTables, chosenFiles, fileForPeriod, findTableFiles } from './registry.ts';
import { VSLGWBTAB } from './vslgwbtab.ts';
import { WUSUITKERING1ATAB } from './wusuitkering1atab.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-registry-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with empty files of these names: no file is opened to find it. */
function folder(...names: string[]): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	for (const name of names) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), '');
	}
	return dir;
}

const chosen = (...names: string[]) => chosenFiles(folder(...names)).map(({ file }) => file);

describe('a file name', () => {
	it.each([
		['GBAPERSOON2023TABV1', 'GBAPERSOONTAB', 2023, undefined, 1],
		['GBAPERSOONTAB2016V1', 'GBAPERSOONTAB', 2016, undefined, 1],
		['BIJSTANDUITKERINGTAB2019V1', 'BIJSTANDUITKERINGTAB', 2019, undefined, 1],
		['BIJSTANDUITKERING2020TABV3', 'BIJSTANDUITKERINGTAB', 2020, undefined, 3],
		['WUSUITKERING1A201912TABV1', 'WUSUITKERING1ATAB', 2019, 12, 1],
		['AOTOTUITKERINGA2019k4TABV1', 'AOTOTUITKERINGATAB', 2019, 12, 1],
		['AOTOTUITKERINGA2019K1TABV2', 'AOTOTUITKERINGATAB', 2019, 3, 2],
		['VSLGWB2022TAB03V2', 'VSLGWBTAB', 2022, undefined, 2],
		['VSLGWB2024TABV1', 'VSLGWBTAB', 2024, undefined, 1],
		['VRLGBAOVERLIJDENTABV2024061', 'GBAOVERLIJDENTAB', 2024, 6, 1],
		['VRLGBAOVERLIJDEN2024TABV1', 'GBAOVERLIJDENTAB', 2024, undefined, 1],
		['GBAOVERLIJDEN2023TABV12', 'GBAOVERLIJDENTAB', 2023, undefined, 12],
		['SECMBUS2023V1', 'SECMBUS', 2023, undefined, 1],
		['SECM2023BUSV2', 'SECMBUS', 2023, undefined, 2],
		['KOPPELPERSOONHUISHOUDEN2018', 'KOPPELPERSOONHUISHOUDEN', 2018, undefined, 0],
		['problematischeschulden2023v1', 'SCHULDENPROBLEMATIEKTAB', 2023, undefined, 1],
		['Stapelingsmonitor2021V2', 'STAPMON', 2021, undefined, 2]
	])('%s is of %s', (stem, table, year, month, version) => {
		for (const ending of ['.sav', '.SAV', '.zsav', '.csv', '.Csv', '.parquet']) {
			const [file, ...more] = findTableFiles(folder(`${stem}${ending}`));
			expect([file?.table.name, file?.year, file?.month, file?.version]).toEqual([table, year, month, version]);
			expect(more).toEqual([]);
		}
	});

	it.each([
		'GBAPERSOON2023TABV1.dta',
		'GBAPERSOON2023TABV1',
		'XGBAPERSOON2023TABV1.csv',
		'notes.csv',
		'INHA23TABV1.csv'
	])('%s is of no table', (name) => expect(chosen(name)).toEqual([]));

	it('is of one table alone, which reads year, month and version back from it', () => {
		const parts = fc.record({
			table: fc.constantFrom(...cbsTables),
			example: fc.nat(),
			year: fc.integer({ min: 1995, max: 2099 }),
			version: fc.integer({ min: 1, max: 99 }),
			upper: fc.boolean()
		});
		fc.assert(
			fc.property(parts, ({ table, example, year, version, upper }) => {
				const written = table.examples[example % table.examples.length]!;
				const named = written
					.replace(/20\d{2}/, String(year))
					.replace(/(?<!TAB)V\d+$/, `V${version}`)
					.replace(/TABV\d$/, `TABV${version}`);
				const name = upper ? named.toUpperCase() : named.toLowerCase();
				const own = cbsTables.filter(({ fileName }) => fileName.test(name));
				expect(own).toEqual([table]);
				expect(table.fileName.exec(name)!.groups!.year).toBe(String(year));
				if (named.endsWith(`V${version}`)) expect(Number(table.fileName.exec(name)!.groups!.version)).toBe(version);
			})
		);
	});

	it('that looks like several names still is of at most one table', () => {
		const pieces = cbsTables.flatMap(({ examples }) => examples.flatMap((name) => name.split(/(\d{4})/)));
		const names = fc.array(fc.constantFrom(...pieces, 'TAB', 'BUS', 'V1', 'V', '2023', '12', 'VRL', ''), {
			maxLength: 5
		});
		fc.assert(
			fc.property(names, (some) => {
				expect(cbsTables.filter(({ fileName }) => fileName.test(some.join(''))).length).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('of the files of one table and year', () => {
	it('the highest version wins, then parquet before SPSS before csv', () => {
		const names = ['INHA2023TABV2.sav', 'INHA2023TABV1.parquet', 'INHA2023TABV10.csv', 'inha2023tabv10.SAV'];
		expect(chosenFiles(folder(...names))).toEqual([
			{
				table: 'INHATAB',
				year: 2023,
				file: 'inha2023tabv10.SAV',
				version: 10,
				format: 'sav',
				passedOver: ['INHA2023TABV1.parquet', 'INHA2023TABV10.csv', 'INHA2023TABV2.sav']
			}
		]);
		expect(chosen('INHA2023TABV1.zsav', 'INHA2023TABV1.csv')).toEqual(['INHA2023TABV1.zsav']);
		expect(chosen('INHA2023TABV1.zsav', 'INHA2023TABV1.parquet')).toEqual(['INHA2023TABV1.parquet']);
		expect(chosen('INHA2023.parquet', 'INHA2023TABV1.csv')).toEqual(['INHA2023TABV1.csv']);
	});

	it('a later edition wins from a higher version, and a final file from a preliminary one', () => {
		expect(chosen('VSLGWB2022TAB03V2.csv', 'VSLGWB2022TAB04V1.csv')).toEqual(['VSLGWB2022TAB04V1.csv']);
		expect(chosen('VRLGBAOVERLIJDEN2023TABV3.csv', 'GBAOVERLIJDEN2023TABV1.csv')).toEqual([
			'GBAOVERLIJDEN2023TABV1.csv'
		]);
	});

	it.each([
		['INHA2023TABV1.csv', 'inha2023tabv1.CSV'],
		['GBAPERSOON2023TABV1.csv', 'GBAPERSOONTAB2023V1.csv'],
		['INHA2023TABV1.csv', 'copy/INHA2023TABV1.csv']
	])('%s and %s are equally good, which is an error', (...names) => {
		const dir = folder(...names);
		expect(() => findTableFiles(dir)).toThrow(InputError);
		for (const name of names) expect(() => findTableFiles(dir)).toThrow(name);
		expect(chosenFiles(folder(...names, names[0].replace('V1', 'V2')))).toHaveLength(1);
	});
});

describe('a folder', () => {
	it('is searched two levels deep', () => {
		expect(
			chosen('Bevolking/GBAPERSOONTAB/GBAPERSOON2023TABV1.sav', 'INHATAB/INHA2023TABV1.sav', 'a/b/c/VEH2023TABV1.sav')
		).toEqual(['Bevolking/GBAPERSOONTAB/GBAPERSOON2023TABV1.sav', 'INHATAB/INHA2023TABV1.sav']);
	});

	it('is not left through a link', () => {
		const outside = folder('INHA2023TABV1.csv', 'deep/INHA2022TABV1.csv');
		const dir = folder('INHA2021TABV1.csv');
		symlinkSync(join(outside, 'INHA2023TABV1.csv'), join(dir, 'INHA2023TABV1.csv'));
		symlinkSync(join(outside, 'deep'), join(dir, 'deep'));
		symlinkSync(join(dir, 'INHA2021TABV1.csv'), join(dir, 'INHA2020TABV1.csv'));
		symlinkSync(join(dir, 'nothing'), join(dir, 'INHA2019TABV1.csv'));
		expect(chosenFiles(dir).map(({ file }) => file)).toEqual(['INHA2020TABV1.csv', 'INHA2021TABV1.csv']);
	});

	it('in it that may not be opened is passed over; to root every folder is open', () => {
		const dir = folder('INHA2021TABV1.csv', 'closed/INHA2022TABV1.csv');
		chmodSync(join(dir, 'closed'), 0);
		const inside = process.getuid?.() === 0 ? ['closed/INHA2022TABV1.csv'] : [];
		expect(chosenFiles(dir).map(({ file }) => file)).toEqual(['INHA2021TABV1.csv', ...inside]);
		chmodSync(join(dir, 'closed'), 0o755);
	});

	it('that is itself a link is read, and one that is not there is an error', () => {
		const link = join(root, 'link');
		symlinkSync(folder('INHA2021TABV1.csv'), link);
		expect(findTableFiles(link)).toHaveLength(1);
		expect(() => findTableFiles(join(root, 'none'))).toThrow(InputError);
	});
});

describe('the file that serves a year', () => {
	const serving = (table: (typeof cbsTables)[number], year: number, ...names: string[]) => {
		const dir = folder(...names);
		const file = fileForPeriod(findTableFiles(dir), table, year);
		return file?.path.slice(dir.length + 1);
	};

	it('of a year table is its own', () => {
		const names = ['INHA2022TABV1.csv', 'INHA2024TABV1.csv'];
		expect(serving(INHATAB, 2022, ...names)).toBe('INHA2022TABV1.csv');
		expect(serving(INHATAB, 2023, ...names)).toBeUndefined();
	});

	it('of month files is the last one of the year', () => {
		const names = ['202306', '202311', '202401'].map((month) => `WUSUITKERING1A${month}TABV1.csv`);
		expect(serving(WUSUITKERING1ATAB, 2023, ...names)).toBe('WUSUITKERING1A202311TABV1.csv');
		expect(serving(WUSUITKERING1ATAB, 2022, ...names)).toBeUndefined();
		expect(findTableFiles(folder(...names)).map(({ month }) => month)).toEqual([6, 11, 1]);
	});

	it('of a cumulative table is the first one that reaches the end of the year', () => {
		const names = ['GBAPERSOON2021TABV1.csv', 'GBAPERSOON2024TABV1.csv', 'GBAPERSOON2025TABV1.csv'];
		expect(serving(GBAPERSOONTAB, 2022, ...names)).toBe('GBAPERSOON2024TABV1.csv');
		expect(serving(GBAPERSOONTAB, 2026, ...names)).toBeUndefined();
		const deaths = 'VRLGBAOVERLIJDENTABV2024061.csv';
		expect(serving(GBAOVERLIJDENTAB, 2023, deaths)).toBe(deaths);
		expect(serving(GBAOVERLIJDENTAB, 2024, deaths)).toBeUndefined();
		expect(serving(GBAOVERLIJDENTAB, 2023, 'GBAOVERLIJDEN2023TABV1.csv', deaths)).toBe('GBAOVERLIJDEN2023TABV1.csv');
	});

	it('of a reference table is the newest', () => {
		expect(serving(VSLGWBTAB, 2016, 'VSLGWB2022TAB03V2.csv', 'VSLGWB2024TABV1.csv')).toBe('VSLGWB2024TABV1.csv');
	});
});
