import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cbsTables } from '../microdata/tables/all-tables.ts';
import { dutchTree } from '../regions/nederland.ts';
import { MARKER } from './synthesize.ts';
import {
	PERSONS,
	YEARS,
	addresses,
	count,
	debts,
	file,
	folder,
	households,
	incomes,
	makeMain,
	persons,
	positions,
	rows
} from './test-support/tables.ts';

makeMain();

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
