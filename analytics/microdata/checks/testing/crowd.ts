import type { TinyTables } from '../../testing/tiny-tables.ts';

/** Keys of persons who live alone, beside those of the tiny tables. */
export function singles(count: number): string[] {
	return Array.from({ length: count }, (_, i) => String(100_000_001 + i));
}

/** Of a hundred persons the ages that the country has. */
const AGES = [7, 20, 35, 55, 72].flatMap((age, i) => Array<number>([16, 12, 25, 28, 19][i]!).fill(age));

/** Adds persons who live alone to every table that lists all persons or households, so that shares can be judged. */
export function addCrowd(tables: TinyTables, count: number): void {
	for (const [name, rows] of Object.entries(tables)) {
		const example = exampleOf(name, rows);
		if (example === undefined) continue;
		for (const [i, person] of singles(count).entries()) {
			const row = { ...example };
			for (const column of ['RINPERSOON', 'RINPERSOONHKW']) if (column in row) row[column] = person;
			if ('HUISHOUDNR' in row) row.HUISHOUDNR = `P${person}`;
			if ('GBAGEBOORTEJAAR' in row) row.GBAGEBOORTEJAAR = String(2023 - AGES[i % 100]!);
			if ('GBAGESLACHT' in row) row.GBAGESLACHT = i % 2 === 0 ? '1' : '2';
			rows.push(row);
		}
	}
}

/** A row of somebody who lives alone and is in no debt. */
function exampleOf(name: string, rows: Record<string, string>[]): Record<string, string> | undefined {
	if (/^(GBAPERSOON|GBAADRESOBJECT|KOPPEL|INPA|STAPMON)/.test(name)) return rows[2];
	if (/^GBAHUISHOUDENS/.test(name)) return rows[3];
	if (/^(INHA|VEH)/.test(name)) return rows[1];
	if (/^SECM/.test(name)) return rows[0];
	if (!/^SCHULDEN/.test(name)) return undefined;
	const flags = Object.keys(rows[2]!).filter((column) => column.includes('problematische'));
	return { ...rows[2]!, DATUMAANVANGHH: '20200101', ...Object.fromEntries(flags.map((flag) => [flag, '0'])) };
}

/** Rows like the first of a table, of as many persons, with other fields. */
export function addRows(tables: TinyTables, table: string, count: number, fields: Record<string, string>): void {
	const rows = tables[table]!;
	const key = Object.keys(rows[0]!).find((column) => /^RINPERSOON(HKW)?$/i.test(column))!;
	rows.push(...singles(count).map((person) => ({ ...rows[0]!, ...fields, [key]: person })));
}

/** Addresses that half of them lie in another municipality a year later. */
export function moveHalf(tables: TinyTables, table: string): void {
	const [first] = tables[table]!;
	for (let i = 0; i < 120; i++) {
		const gem = i % 2 === 0 ? '0518' : '0363';
		const RINOBJECTNUMMER = String(i + 10).padStart(32, '0');
		tables[table]!.push({ ...first!, RINOBJECTNUMMER, gem2024: gem, wc2024: `${gem}01`, bc2024: `${gem}0101` });
	}
}

/** The first of the crowd live in another town, and their incomes are linked with nobody. */
export function unlinkedTown(tables: TinyTables, count: number): void {
	const there = new Set(singles(count));
	const [first] = tables.VSLGWB2024TABV1!;
	const other = Object.entries(first!).map(([name, value]) => [name, value.replace(/^0363/, '0518')]);
	const address = '3'.padStart(32, '0');
	tables.VSLGWB2024TABV1!.push({ ...Object.fromEntries(other), RINOBJECTNUMMER: address });
	for (const row of tables.GBAADRESOBJECT2023BUSV1!) if (there.has(row.RINPERSOON!)) row.RINOBJECTNUMMER = address;
	const links = tables.KOPPELPERSOONHUISHOUDEN2023TABV1!;
	tables.KOPPELPERSOONHUISHOUDEN2023TABV1 = links.filter((row) => !there.has(row.RINPERSOON!));
}
