import { mkdtempSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { openDataFile } from '../microdata/data-file.ts';
import { loaded } from '../microdata/load.ts';
import { fileRows } from '../microdata/rows.ts';
import { cbsTables } from '../microdata/tables/all-tables.ts';
import { dutchTree } from '../regions/nederland.ts';
import { municipalMargins } from './margins.ts';
import { pensionAge } from './secm.ts';
import { MARKER, synthesize, type SynthesisOptions } from './synthesize.ts';

const PERSONS = 40_000;
const YEARS = [2021, 2022, 2023];
const folder = mkdtempSync(join(tmpdir(), 'synthetic-'));
let connection: DuckDBConnection;

beforeAll(async () => {
	await make('main', { persons: PERSONS });
	connection = await (await DuckDBInstance.create(':memory:')).connect();
}, 180_000);
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

async function count(query: string): Promise<number> {
	return Number((await rows(`select count(*) from (${query})`))[0]![0]);
}

const households = file('GBAHUISHOUDENS2023BUSV1');
const addresses = file('GBAADRESOBJECT2023BUSV1');
const persons = file('GBAPERSOON2023TABV1');
const incomes = file('INHA2023TABV1');
const positions = file('SECM2023BUSV1');
const debts = file('SCHULDENPROBLEMATIEK2023TABV1');
const DEBT_DATES = ['20230401', '20230701', '20231001', '20240101'];

describe('tables', () => {
	it('are all that the registry knows but the Stapelingsmonitor, with its names, columns, keys and codes', async () => {
		const names = (await readdir(join(folder, 'main'))).filter((name) => name !== MARKER);
		for (const table of cbsTables.filter(({ name }) => name !== 'STAPMON')) {
			const own = names.filter((name) => table.fileName.test(name.replace('.parquet', '')));
			expect(own, table.name).toHaveLength(table.kind === 'reference' ? 1 : YEARS.length);
			for (const name of own) {
				const relation = file(name.replace('.parquet', ''));
				const columns = (await rows(`describe select * from ${relation}`)).map(([column]) => column);
				expect(columns, name).toEqual(expect.arrayContaining([...table.columns]));
				if (table.yearColumns) expect(columns.some((column) => table.yearColumns!.test(String(column)))).toBe(true);
				const key = table.key.map((column) => `"${column}"`).join(', ');
				expect(await count(`select ${key} from ${relation} group by ${key} having count(*) > 1`), name).toBe(0);
				for (const [column, codes] of Object.entries(table.codes)) {
					const known = [...codes, ...table.missing].map((code) => `'${code}'`).join(', ');
					expect(await count(`from ${relation} where cast("${column}" as varchar) not in (${known})`), column).toBe(0);
				}
			}
		}
	});

	it('have the wanted number of persons', async () => {
		for (const [year, within] of [
			[2021, 0.02],
			[2023, 0.03]
		] as const) {
			const alive = await count(`from ${file(`GBAHUISHOUDENS${year}BUSV1`)} where DATUMEINDEHH = '${year}1231'`);
			expect(Math.abs(alive / PERSONS - 1)).toBeLessThan(within);
		}
	});

	it('use the codes of CBS, and only linked keys of nine digits', async () => {
		const codes = async (column: string, table: string): Promise<unknown[]> =>
			(await rows(`select distinct ${column} from ${table} order by 1`)).map(([code]) => code);
		expect(await codes('TYPHH', households)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
		expect(await codes('PLHH', households)).toEqual(['1', '10', '2', '3', '4', '5', '6', '7', '8', '9']);
		expect(await codes('INHEHALGR', incomes)).toEqual(['1', '2', '3', '8', '9']);
		expect(await codes('INHARMLAG', `(from ${incomes} where INHARMLAG < 0)`)).toEqual([-3, -2, -1]);
		expect(await codes('(INHARMLAG < 0) = (INHGESTINKH = 9999999999)', incomes)).toEqual([true]);
		expect(await codes('SECM', positions)).toHaveLength(13);
		expect(await codes('length(RINPERSOON)', persons)).toEqual(['9']);
	});

	it('describe each household alike for all its members', async () => {
		const wrong = await count(`
			select 1 from (
				select count(*) n, min(AANTALPERSHH) low, max(AANTALPERSHH) high, count(distinct TYPHH) kinds,
					count(*) filter (where REFPERSOONHH = '1') heads, count(*) filter (where PLHH = '1') children, min(AANTALKINDHH) kids
				from ${households} group by HUISHOUDNR, DATUMAANVANGHH, DATUMEINDEHH
			) where n <> low or n <> high or kinds <> 1 or heads <> 1 or children <> kids`);
		expect(wrong).toBe(0);
	});

	it.each([
		['households', households, 'DATUMAANVANGHH', 'DATUMEINDEHH'],
		['addresses', addresses, 'GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING'],
		['positions', positions, 'AANVSECM', 'EINDSECM']
	])('have spells of %s that follow each other without gap or overlap', async (_name, table, since, until) => {
		const wrong = await count(`
			select 1 from (
				select strptime(${since}, '%Y%m%d') s, lag(strptime(${until}, '%Y%m%d')) over (partition by RINPERSOON order by ${since}) u,
					${until} < ${since} as backwards
				from ${table}
			) where backwards or (u is not null and s - u <> interval 1 day)`);
		expect(wrong).toBe(0);
	});

	it('join: person, address, buurt, position, income household, debts', async () => {
		const present = `(from ${households} where DATUMEINDEHH = '20231231')`;
		const [[total, people, homes, places, linked, owing, oneHome]] = (await rows(`
			select count(*), count(p.RINPERSOON), count(v.bc2024), count(s.SECM), count(i.INHAHL), count(d.HUISHOUDNR),
				count(distinct h.HUISHOUDNR) - count(distinct (h.HUISHOUDNR, a.RINOBJECTNUMMER))
			from ${present} h
			left join ${persons} p using (RINPERSOONS, RINPERSOON)
			left join (from ${addresses} where GBADATUMEINDEADRESHOUDING = '20231231') a using (RINPERSOONS, RINPERSOON)
			left join ${file('VSLGWB2024TABV1')} v using (SOORTOBJECTNUMMER, RINOBJECTNUMMER)
			left join (from ${positions} where EINDSECM = '20231231') s using (RINPERSOONS, RINPERSOON)
			left join ${file('KOPPELPERSOONHUISHOUDEN2023TABV1')} k using (RINPERSOONS, RINPERSOON)
			left join ${incomes} i using (RINPERSOONSHKW, RINPERSOONHKW)
			left join ${debts} d on d.RINPERSOON = h.RINPERSOON and d.HUISHOUDNR = h.HUISHOUDNR and d.DATUMAANVANGHH = h.DATUMAANVANGHH`)) as [
			string[]
		];
		expect([people, homes, places, linked, owing]).toEqual([total, total, total, total, total]);
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

describe('lives', () => {
	it('end with death: no spell of the dead goes on', async () => {
		for (const [table, until] of [
			[households, 'DATUMEINDEHH'],
			[addresses, 'GBADATUMEINDEADRESHOUDING'],
			[positions, 'EINDSECM']
		])
			expect(
				await count(
					`from ${table} join ${file('GBAOVERLIJDEN2023TABV1')} using (RINPERSOON) where ${until} >= GBADATUMOVERLIJDEN`
				)
			).toBe(0);
	});

	it('keep benefits and positions together: social assistance is SECM 22, and nobody of pension age is unemployed', async () => {
		const assistance = `(select RINPERSOON, BIJSTANDAanvangUitkeringPersoon1A as since from ${file('BIJSTANDUITKERINGTAB2023V1')}
			where BIJSTANDStatistiekcodeA = '01')`;
		const spells = `(select RINPERSOON, AANVSECM as since from ${positions} where SECM = '22' and EINDSECM >= '20230101')`;
		expect(await count(`from ${assistance} except from ${spells}`)).toBe(0);
		expect(await count(`from ${spells} except from ${assistance}`)).toBe(0);
		expect(await count(`from ${spells}`)).toBeGreaterThan(300);
		const old = `2023 * 12 + 11 - (cast(GBAGEBOORTEJAAR as integer) * 12 + cast(GBAGEBOORTEMAAND as integer) - 1) >= ${pensionAge(2023)}`;
		expect(
			await count(`from ${positions} join ${persons} using (RINPERSOON)
				where EINDSECM = '20231231' and SECM in ('11', '21', '22', '24', '26', '31', '32') and ${old}`)
		).toBe(0);
	});

	it('tell debts of a household by those of its members, ten criteria within twelve, and defaulters within debts', async () => {
		for (const date of DEBT_DATES) {
			const flag = (household: string, ten: string): string => `${ten}problematische_schulden_${household}${date}`;
			const wrong = await count(`
				select 1 from ${debts} group by HUISHOUDNR, DATUMAANVANGHH
				having max(${flag('', 'smalle_def_')}) <> max(${flag('HH_', 'smalle_def_')})
					or min(${flag('HH_', 'smalle_def_')}) <> max(${flag('HH_', 'smalle_def_')})
					or bool_or(${flag('', '')} > ${flag('', 'smalle_def_')}) or max(${flag('HH_', '')}) <> max(${flag('', '')})`);
			expect(wrong).toBe(0);
		}
		const running = `(from ${file('ZVWWANBETALERS2023TABV1')} where EINDEWANBETALER = '88888888')`;
		expect(await count(running)).toBeGreaterThan(100);
		expect(
			await count(
				`from ${running} anti join (from ${debts} where smalle_def_problematische_schulden_20240101 = 1) using (RINPERSOON)`
			)
		).toBe(0);
	});

	it('lose income with a job: households of who became unemployed early in a year, against the year before', async () => {
		// About 60 losers: their mean change is some ten standard errors below that of the others.
		const [[lost, kept]] = (await rows(`
			with income as (select k.RINPERSOON, a.INHGESTINKH / b.INHGESTINKH as change, k.RINPERSOON in (
					select RINPERSOON from ${positions} where SECM = '21' and AANVSECM between '20230101' and '20230301') as lost
				from ${file('KOPPELPERSOONHUISHOUDEN2023TABV1')} k join ${incomes} a using (RINPERSOONHKW)
				join ${file('KOPPELPERSOONHUISHOUDEN2022TABV1')} l on l.RINPERSOON = k.RINPERSOON
				join ${file('INHA2022TABV1')} b on b.RINPERSOONHKW = l.RINPERSOONHKW
				where a.INHARMLAG > 0 and b.INHARMLAG > 0 and k.RINPERSOON in (
					select RINPERSOON from ${file('SECM2022BUSV1')} where SECM = '11' and EINDSECM = '20221231'))
			select median(change) filter (where lost), median(change) filter (where not lost) from income`)) as [[number, number]];
		expect(lost).toBeLessThan(kept - 0.05);
	});

	it('give children parents of a plausible age', async () => {
		const [[youngest, oldest]] = (await rows(`
			select min(gap), max(gap) from (
				select cast(c.GBAGEBOORTEJAAR as integer) - cast(m.GBAGEBOORTEJAAR as integer) as gap
				from ${file('KINDOUDER2023TABV1')} k join ${persons} c using (RINPERSOON)
				join ${persons} m on m.RINPERSOON = k.RINPERSOONMa where c.GBAGEBOORTEJAAR >= '2019')`)) as [[number, number]];
		expect(youngest).toBeGreaterThanOrEqual(16);
		expect(oldest).toBeLessThanOrEqual(45);
	});
});

describe('shares', () => {
	// The seed is fixed, so these cannot fail by chance; the tolerances are about four standard errors of 19,000 households.
	it.each([
		[2021, 0.063, 0.081],
		[2022, 0.042, 0.088],
		[2023, 0.036, 0.089]
	])('of low income and debts are near the published ones of %i', async (year, low, debt) => {
		const [[income]] = (await rows(
			`select avg((INHARMLAG < 100)::integer) from ${file(`INHA${year}TABV1`)} where INHARMLAG >= 0`
		)) as [[number]];
		expect(Math.abs(income - low)).toBeLessThan(0.008);
		const flag = `smalle_def_problematische_schulden_HH_${year + 1}0101`;
		const [[owing]] = (await rows(`
			select avg(${flag}::integer) from ${file(`SCHULDENPROBLEMATIEK${year}TABV1`)}
			join ${file(`GBAHUISHOUDENS${year}BUSV1`)} using (RINPERSOON, DATUMAANVANGHH) where REFPERSOONHH = '1' and TYPHH <> '8'`)) as [
			[number]
		];
		expect(Math.abs(owing - debt)).toBeLessThan(0.01);
	});

	it('of low income follow those of the municipalities: weighted correlation above 0.85 at 200,000 persons', async () => {
		await make('large', {
			persons: 200_000,
			years: [2020, 2020],
			tables: ['INHATAB', 'GBAADRESOBJECTBUS', 'VSLGWBTAB']
		});
		const found = await rows(`
			select v.gem2024, avg((INHARMLAG < 100)::integer), count(*)
			from (from ${file('INHA2020TABV1', 'large')} where INHARMLAG >= 0) i
			join ${file('GBAADRESOBJECT2020BUSV1', 'large')} a
				on a.RINPERSOON = i.RINPERSOONHKW and GBADATUMEINDEADRESHOUDING = '20201231'
			join ${file('VSLGWB2024TABV1', 'large')} v using (RINOBJECTNUMMER) group by 1`);
		const ratio = new Map(municipalMargins.map((margins) => [margins.code.slice(2), margins.lowIncomeRatio]));
		const points = found.map(([code, share, n]) => ({ x: ratio.get(code as string)!, y: Number(share), n: Number(n) }));
		const mean = (value: (p: (typeof points)[number]) => number): number =>
			points.reduce((sum, p) => sum + p.n * value(p), 0) / points.reduce((sum, p) => sum + p.n, 0);
		const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
		const covariance = mean((p) => (p.x - mx) * (p.y - my));
		const spread = Math.sqrt(mean((p) => (p.x - mx) ** 2) * mean((p) => (p.y - my) ** 2));
		expect(covariance / spread).toBeGreaterThan(0.85);
	}, 120_000);

	it('persist: most households with low income or debts had them a year before', async () => {
		const [[low, debt]] = (await rows(`
			select avg((b.INHARMLAG < 100)::integer) filter (where b.INHARMLAG >= 0), avg(e.smalle_def_problematische_schulden_HH_20230101::integer)
				filter (where d.smalle_def_problematische_schulden_HH_20240101 = 1)
			from ${debts} d join ${file('SCHULDENPROBLEMATIEK2022TABV1')} e using (RINPERSOON)
			left join (from ${incomes} where INHARMLAG between 0 and 99) a on a.RINPERSOONHKW = d.RINPERSOON
			left join ${file('INHA2022TABV1')} b on b.RINPERSOONHKW = a.RINPERSOONHKW`)) as [[number, number]];
		expect(low).toBeGreaterThan(0.4);
		expect(debt).toBeGreaterThan(0.7);
		expect(debt).toBeLessThan(0.9);
	});
});

describe('synthesize', () => {
	it('gives the same tables for the same seed, other tables for another', async () => {
		const tables = ['GBAHUISHOUDENSBUS', 'SECMBUS', 'INHATAB', 'SCHULDENPROBLEMATIEKTAB'];
		for (const [name, seed] of [
			['a', 5],
			['b', 5],
			['c', 6]
		] as const)
			await make(name, { seed, years: [2022, 2023], tables });
		for (const name of await readdir(join(folder, 'a'))) {
			if (name === MARKER) continue;
			const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((out) => readFile(join(folder, out, name))));
			expect(a!.equals(b!), name).toBe(true);
			expect(a!.equals(c!), name).toBe(false);
		}
	});

	it('writes csv and sav with the same content, says that the data are invented, and replaces only its own files', async () => {
		const shares: number[] = [];
		await make('formats', {
			years: [2023, 2023],
			formats: ['csv', 'sav', 'parquet'],
			progress: (share) => shares.push(share)
		});
		const out = join(folder, 'formats');
		const engine = openEngine({ readable: [out] });
		const opened = await engine;
		try {
			for (const [table, columns] of [
				['INHA2023TABV1', ['RINPERSOONHKW', 'INHARMLAG', 'INHGESTINKH', 'INHEHALGR']],
				['GBAHUISHOUDENS2023BUSV1', ['RINPERSOON', 'HUISHOUDNR', 'PLHH', 'AANTALPERSHH']]
			] as const) {
				const [csv, sav, parquet] = await Promise.all(
					['csv', 'sav', 'parquet'].map(async (format) => {
						const data = await loaded(opened, await openDataFile(join(out, `${table}.${format}`)), columns);
						return fileRows(opened, data, new Map(columns.map((column) => [column, column]))).execute();
					})
				);
				expect(csv!.length).toBeGreaterThan(400);
				expect(csv).toEqual(parquet);
				expect(sav).toEqual(parquet);
			}
		} finally {
			await opened.close();
		}
		expect(await readFile(join(out, MARKER), 'utf8')).toMatch(/verzonnen/);
		expect([...shares].sort((x, y) => x - y)).toEqual(shares);
		expect(shares.at(-1)).toBe(1);
		await writeFile(join(out, 'notes.txt'), 'mine');
		await expect(make('formats')).rejects.toThrow(/not empty/);
		expect(await readdir(out)).toContain('notes.txt');
	});

	it('derives a Stapelingsmonitor that agrees with the tables', async () => {
		await make('stapmon', {
			years: [2023, 2023],
			tables: ['STAPMON', 'INHATAB', 'SCHULDENPROBLEMATIEKTAB', 'BIJSTANDUITKERINGTAB']
		});
		const [[people, low, owing, assisted]] = (await rows(`
			select count(*), count(distinct huishoudnr_2023) filter (where laagink_2023 = 1), sum(smalle_schuld_huishouden_2023),
				sum(bijstand_2023) from ${file('STAPMON2023TABV1', 'stapmon')}`)) as [unknown[]];
		const debt = file('SCHULDENPROBLEMATIEK2023TABV1', 'stapmon');
		expect(people).toBe(String(await count(`from ${debt}`)));
		expect(low).toBe(String(await count(`from ${file('INHA2023TABV1', 'stapmon')} where INHARMLAG between 0 and 99`)));
		expect(Number(owing)).toBe(await count(`from ${debt} where smalle_def_problematische_schulden_HH_20240101 = 1`));
		expect(Number(assisted)).toBe(
			await count(`from ${file('BIJSTANDUITKERINGTAB2023V1', 'stapmon')}
				where BIJSTANDEindeUitkeringPersoon1A = '88888888' and BIJSTANDStatistiekcodeA = '01'`)
		);
	});

	it('puts in what checks must find when dirty tables are asked for', async () => {
		await make('dirty', { persons: 6000, years: [2023, 2023], dirty: true });
		const dirty = (table: string): string => file(table, 'dirty');
		const people = dirty('GBAPERSOONTAB2023V1');
		expect(await count(`select RINPERSOON from ${people} group by 1 having count(*) > 1`)).toBeGreaterThan(0);
		expect(await count(`from ${people} where GBAGESLACHT = '-'`)).toBeGreaterThan(0);
		const [old, right] = [dirty('GBAHUISHOUDENS2023BUSV1'), dirty('GBAHUISHOUDENS2023BUSV2')];
		expect(await count(`from ${right}`)).toBeGreaterThan(await count(`from ${old}`));
		expect(await count(`from ${right} where RINPERSOON = '000000001' or RINPERSOONS = 'F'`)).toBeGreaterThan(0);
		expect(
			await count(
				`select RINPERSOON from ${right} where DATUMEINDEHH = '20231231' group by 1 having count(distinct HUISHOUDNR) > 1`
			)
		).toBeGreaterThan(0);
		const unknown = `from ${dirty('GBAADRESOBJECT2023BUSV1')} anti join ${dirty('VSLGWB2024TABV1')} using (RINOBJECTNUMMER)`;
		expect(await count(unknown)).toBeGreaterThan(0);
		const [[first]] = (await rows(`describe from ${dirty('KOPPELPERSOONHUISHOUDEN2023TABV1')}`)) as [[string]];
		expect(first).toBe('rinpersoons');
	});

	it.each([
		[{ persons: 999 }, /number of persons/],
		[{ persons: NaN }, /number of persons/],
		[{ years: [2023, 2021] as const }, /years must be a span/],
		[{ years: [2023, 2099] as const }, /years must be a span/],
		[{ seed: -1 }, /seed must be/],
		[{ formats: [] }, /at least one format/],
		[{ formats: ['xls' as never] }, /format xls cannot be written/],
		[{ tables: ['GBATAB'] }, /no table GBATAB/]
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
