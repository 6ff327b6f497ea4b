import { mkdtempSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { dutchTree } from '../regions/nederland.ts';
import { municipalMargins } from './margins.ts';
import { MARKER, synthesize, type SynthesisOptions } from './synthesize.ts';

const PERSONS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'synthetic-'));
let connection: DuckDBConnection;

beforeAll(async () => {
	await make('main', { persons: PERSONS });
	connection = await (await DuckDBInstance.create(':memory:')).connect();
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

function make(name: string, options: Partial<SynthesisOptions> = {}): Promise<void> {
	return synthesize({
		persons: 1000,
		years: [2021, 2023],
		seed: 1,
		out: join(folder, name),
		formats: ['parquet'],
		...options
	});
}

const file = (table: string, name = 'main'): string => `'${join(folder, name, table)}.parquet'`;

async function rows(query: string): Promise<unknown[][]> {
	return (await connection.runAndReadAll(query)).getRowsJson();
}

const households = file('GBAHUISHOUDENS2023BUSV1');
const addresses = file('GBAADRESOBJECT2023BUSV1');
const incomes = file('INHA2023TABV1');
const debts = file('PROBLEMATISCHESCHULDEN2023V1');

describe('tables', () => {
	it('have the names and columns of CBS', async () => {
		const names = (await readdir(join(folder, 'main')))
			.filter((name) => name.includes('2023') || name.startsWith('VSL'))
			.sort();
		expect(names).toEqual([
			'GBAADRESOBJECT2023BUSV1.parquet',
			'GBAHUISHOUDENS2023BUSV1.parquet',
			'GBAPERSOON2023TABV1.parquet',
			'INHA2023TABV1.parquet',
			'KOPPELPERSOONHUISHOUDEN2023TABV1.parquet',
			'PROBLEMATISCHESCHULDEN2023V1.parquet',
			'VSLGWB2024TABV1.parquet'
		]);
		const columns = async (table: string): Promise<unknown[]> =>
			(await rows(`describe select * from ${table}`)).map(([name]) => name);
		expect(await columns(households)).toEqual([
			'RINPERSOONS',
			'RINPERSOON',
			'DATUMAANVANGHH',
			'DATUMEINDEHH',
			'HUISHOUDNR',
			'TYPHH',
			'PLHH',
			'REFPERSOONHH',
			'AANTALPERSHH',
			'AANTALKINDHH',
			'AANTALOVHH',
			'GEBJAARJONGSTEKINDHH',
			'GEBMAANDJONGSTEKINDHH',
			'GEBJAAROUDSTEKINDHH',
			'GEBMAANDOUDSTEKINDHH',
			'IMPUTATIECODEHH'
		]);
		expect(await columns(debts)).toContain('smalle_def_problematische_schulden_HH_20240101');
		expect(await columns(file('VSLGWB2024TABV1'))).toEqual(expect.arrayContaining(['gem2024', 'wc2024', 'bc2024']));
	});

	it('have the wanted number of persons and unique keys', async () => {
		const duplicates = async (table: string, key: string): Promise<unknown> =>
			(await rows(`select count(*) - count(distinct (${key})) from ${table}`))[0]![0];
		const [[alive]] = (await rows(`select count(*) from ${households} where DATUMEINDEHH = '20231231'`)) as [[string]];
		expect(Math.abs(Number(alive) / PERSONS - 1)).toBeLessThan(0.02);
		for (const year of [2021, 2022, 2023]) {
			expect(await duplicates(file(`GBAPERSOON${year}TABV1`), 'RINPERSOONS, RINPERSOON')).toBe('0');
			expect(await duplicates(file(`INHA${year}TABV1`), 'RINPERSOONSHKW, RINPERSOONHKW')).toBe('0');
			expect(await duplicates(file(`PROBLEMATISCHESCHULDEN${year}V1`), 'RINPERSOONS, RINPERSOON')).toBe('0');
			expect(await duplicates(file(`GBAHUISHOUDENS${year}BUSV1`), 'RINPERSOON, DATUMAANVANGHH')).toBe('0');
		}
		expect(await duplicates(file('VSLGWB2024TABV1'), 'SOORTOBJECTNUMMER, RINOBJECTNUMMER')).toBe('0');
	});

	it('use the codes of CBS', async () => {
		const codes = async (column: string, table: string): Promise<unknown[]> =>
			(await rows(`select distinct ${column} from ${table} order by 1`)).map(([code]) => code);
		expect(await codes('TYPHH', households)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
		expect(await codes('PLHH', households)).toEqual(['1', '10', '2', '3', '4', '5', '6', '7', '8', '9']);
		expect(await codes('INHEHALGR', incomes)).toEqual(['1', '2', '3', '8', '9']);
		expect(await codes('INHARMLAG', `(from ${incomes} where INHARMLAG < 0)`)).toEqual([-3, -2, -1]);
		expect(await codes('(INHARMLAG < 0) = (INHGESTINKH = 9999999999)', incomes)).toEqual([true]);
		expect(await codes('length(RINPERSOON)', file('GBAPERSOON2023TABV1'))).toEqual(['9']);
	});

	it('describe each household alike for all its members', async () => {
		const [[wrong]] = (await rows(`
			select count(*) from (
				select count(*) n, min(AANTALPERSHH) low, max(AANTALPERSHH) high, count(distinct TYPHH) kinds,
					count(*) filter (where REFPERSOONHH = '1') heads, count(*) filter (where PLHH = '1') children, min(AANTALKINDHH) kids
				from ${households} group by HUISHOUDNR, DATUMAANVANGHH, DATUMEINDEHH
			) where n <> low or n <> high or kinds <> 1 or heads <> 1 or children <> kids`)) as [[string]];
		expect(wrong).toBe('0');
	});

	it('have spells that follow each other without gap or overlap', async () => {
		for (const [table, since, until] of [
			[households, 'DATUMAANVANGHH', 'DATUMEINDEHH'],
			[addresses, 'GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING']
		]) {
			const [[wrong]] = (await rows(`
				select count(*) from (
					select strptime(${since}, '%Y%m%d') s, lag(strptime(${until}, '%Y%m%d')) over (partition by RINPERSOON order by ${since}) u
					from ${table}
				) where u is not null and s - u <> interval 1 day`)) as [[string]];
			expect(wrong).toBe('0');
		}
	});

	it('join: person, address, buurt, income household, debts', async () => {
		const present = `(from ${households} where DATUMEINDEHH = '20231231')`;
		const [[total, people, homes, linked, owing, oneHome]] = (await rows(`
			select count(*), count(p.RINPERSOON), count(v.bc2024), count(i.INHAHL), count(d.HUISHOUDNR),
				count(distinct h.HUISHOUDNR) - count(distinct (h.HUISHOUDNR, a.RINOBJECTNUMMER))
			from ${present} h
			left join ${file('GBAPERSOON2023TABV1')} p using (RINPERSOONS, RINPERSOON)
			left join (from ${addresses} where GBADATUMEINDEADRESHOUDING = '20231231') a using (RINPERSOONS, RINPERSOON)
			left join ${file('VSLGWB2024TABV1')} v using (SOORTOBJECTNUMMER, RINOBJECTNUMMER)
			left join ${file('KOPPELPERSOONHUISHOUDEN2023TABV1')} k using (RINPERSOONS, RINPERSOON)
			left join ${incomes} i using (RINPERSOONSHKW, RINPERSOONHKW)
			left join ${debts} d on d.RINPERSOON = h.RINPERSOON and d.HUISHOUDNR = h.HUISHOUDNR and d.DATUMAANVANGHH = h.DATUMAANVANGHH`)) as [
			string[]
		];
		expect([people, homes, linked, owing]).toEqual([total, total, total, total]);
		expect(oneHome).toBe('0');
	});

	it('lie in buurten of the region tree', async () => {
		const tree = dutchTree(2024);
		const codes = await rows(`select distinct bc2024, wc2024, gem2024 from ${file('VSLGWB2024TABV1')}`);
		for (const [buurt, wijk, gemeente] of codes as string[][]) {
			expect(tree.find(`BU${buurt}`)).toBeDefined();
			expect([wijk, gemeente]).toEqual([buurt!.slice(0, 6), buurt!.slice(0, 4)]);
		}
	});
});

describe('shares', () => {
	// The seed is fixed, so these cannot fail by chance; the tolerances are about four standard errors of 28,000 households.
	it.each([
		[2021, 0.063, 0.081],
		[2022, 0.042, 0.088],
		[2023, 0.036, 0.089]
	])('of low income and debts are near the published ones of %i', async (year, low, debt) => {
		const [[income]] = (await rows(
			`select avg((INHARMLAG < 100)::integer) from ${file(`INHA${year}TABV1`)} where INHARMLAG >= 0`
		)) as [[number]];
		expect(Math.abs(income - low)).toBeLessThan(0.006);
		const flag = `smalle_def_problematische_schulden_HH_${year + 1}0101`;
		const [[owing]] = (await rows(`
			select avg(${flag}::integer) from ${file(`PROBLEMATISCHESCHULDEN${year}V1`)}
			join ${file(`GBAHUISHOUDENS${year}BUSV1`)} using (RINPERSOON, DATUMAANVANGHH) where REFPERSOONHH = '1' and TYPHH <> '8'`)) as [
			[number]
		];
		expect(Math.abs(owing - debt)).toBeLessThan(0.008);
	});

	it('of low income follow those of the municipalities: weighted correlation above 0.88 at 200,000 persons', async () => {
		await make('large', { persons: 200_000, years: [2021, 2021] });
		const found = await rows(`
			select v.gem2024, avg((INHARMLAG < 100)::integer), count(*)
			from (from ${file('INHA2021TABV1', 'large')} where INHARMLAG >= 0) i
			join ${file('GBAADRESOBJECT2021BUSV1', 'large')} a
				on a.RINPERSOON = i.RINPERSOONHKW and GBADATUMEINDEADRESHOUDING = '20211231'
			join ${file('VSLGWB2024TABV1', 'large')} v using (RINOBJECTNUMMER) group by 1`);
		const ratio = new Map(municipalMargins.map((margins) => [margins.code.slice(2), margins.lowIncomeRatio]));
		const points = found.map(([code, share, n]) => ({ x: ratio.get(code as string)!, y: Number(share), n: Number(n) }));
		const mean = (value: (p: (typeof points)[number]) => number): number =>
			points.reduce((sum, p) => sum + p.n * value(p), 0) / points.reduce((sum, p) => sum + p.n, 0);
		const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
		const covariance = mean((p) => (p.x - mx) * (p.y - my));
		const spread = Math.sqrt(mean((p) => (p.x - mx) ** 2) * mean((p) => (p.y - my) ** 2));
		expect(covariance / spread).toBeGreaterThan(0.88);
	});

	it('persist: most households with low income or debts had them a year before', async () => {
		const [[low, debt]] = (await rows(`
			select avg((b.INHARMLAG < 100)::integer) filter (where b.INHARMLAG >= 0), avg(e.smalle_def_problematische_schulden_HH_20230101::integer)
				filter (where d.smalle_def_problematische_schulden_HH_20240101 = '1')
			from ${debts} d join ${file('PROBLEMATISCHESCHULDEN2022V1')} e using (RINPERSOON)
			left join (from ${incomes} where INHARMLAG between 0 and 99) a on a.RINPERSOONHKW = d.RINPERSOON
			left join ${file('INHA2022TABV1')} b on b.RINPERSOONHKW = a.RINPERSOONHKW`)) as [[number, number]];
		expect(low).toBeGreaterThan(0.5);
		expect(debt).toBeGreaterThan(0.7);
		expect(debt).toBeLessThan(0.9);
	});
});

describe('synthesize', () => {
	it('gives the same tables for the same seed, other tables for another', async () => {
		for (const [name, seed] of [
			['a', 5],
			['b', 5],
			['c', 6]
		] as const)
			await make(name, { seed, years: [2022, 2023] });
		for (const table of ['GBAHUISHOUDENS2023BUSV1', 'INHA2023TABV1', 'PROBLEMATISCHESCHULDEN2022V1']) {
			const [a, b, c] = await Promise.all(
				['a', 'b', 'c'].map((name) => readFile(join(folder, name, `${table}.parquet`)))
			);
			expect(a!.equals(b!)).toBe(true);
			expect(a!.equals(c!)).toBe(false);
		}
	});

	it('writes csv with the same content, says that the data are invented, and replaces only its own files', async () => {
		const shares: number[] = [];
		await make('a', { seed: 5, formats: ['csv', 'parquet'], progress: (share) => shares.push(share) });
		const csv = `read_csv('${join(folder, 'a', 'INHA2023TABV1.csv')}', all_varchar = true)`;
		expect(await rows(`select RINPERSOONHKW, INHARMLAG from ${csv}`)).toEqual(
			await rows(`select RINPERSOONHKW, INHARMLAG::varchar from ${file('INHA2023TABV1', 'a')}`)
		);
		expect(await readFile(join(folder, 'a', MARKER), 'utf8')).toMatch(/verzonnen/);
		expect([...shares].sort((x, y) => x - y)).toEqual(shares);
		expect(shares.at(-1)).toBe(1);
		await writeFile(join(folder, 'a', 'notes.txt'), 'mine');
		await expect(make('a')).rejects.toThrow(/not empty/);
		expect(await readdir(join(folder, 'a'))).toContain('notes.txt');
	});

	it.each([
		[{ persons: 999 }, /number of persons/],
		[{ persons: NaN }, /number of persons/],
		[{ years: [2023, 2021] as const }, /years must be a span/],
		[{ years: [2023, 2099] as const }, /years must be a span/],
		[{ seed: -1 }, /seed must be/],
		[{ formats: [] }, /at least one format/],
		[{ formats: ['sav' as never] }, /format sav cannot be written/]
	])('refuses %o and writes nothing', async (options, message) => {
		const making = make('refused', options);
		await expect(making).rejects.toThrow(InputError);
		await expect(making).rejects.toThrow(message);
		expect(await readdir(folder)).not.toContain('refused');
	});

	it('leaves a folder of others alone', async () => {
		await writeFile(join(folder, 'lone.csv'), 'x');
		await expect(
			synthesize({ persons: 1000, years: [2021, 2021], seed: 1, out: folder, formats: ['csv'] })
		).rejects.toThrow(/not empty/);
	});
});
