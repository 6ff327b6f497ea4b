import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { openDataFile } from '../microdata/data-file.ts';
import { loaded } from '../microdata/load.ts';
import { fileRows } from '../microdata/rows.ts';
import { MARKER, synthesize } from './synthesize.ts';
import { count, file, folder, make, rows } from './test-support/tables.ts';

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
