import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { writeTables, type TinyTables } from '../../../microdata/testing/tiny-tables.ts';
import { MARKER } from '../../marker.ts';
import type { Comparison, Findings } from '../comparison.ts';
import { openFolder } from '../folder.ts';
import type { Line } from '../judge.ts';

const R = { RINPERSOONS: 'R' };
const OPEN = 88888888;

/** PLHH of the first member, and of the second one when that is a partner, by TYPHH. */
const PLACES: Readonly<Record<number, readonly number[]>> = {
	1: [2],
	2: [3, 3],
	3: [4, 4],
	4: [5, 5],
	5: [6, 6],
	6: [7],
	7: [8],
	8: [10]
};
const CHILD = 1;

export interface TinyHousehold {
	readonly number: string;
	/** TYPHH. */
	readonly type: number;
	/** Reference person first, then a partner where the type has one, then children. */
	readonly members: readonly number[];
	readonly since?: number;
	readonly until?: number;
}

export function key(person: number): string {
	return String(person).padStart(9, '0');
}

/** A few invented persons in the tables of some years, for comparisons whose figures are counted by hand. */
export class TinyWorld {
	readonly tables: TinyTables = {};
	readonly years: readonly number[];

	constructor(first: number, last: number) {
		this.years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	}

	add(file: string, row: Record<string, string | number>): void {
		const text = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)]));
		(this.tables[file] ??= []).push(text);
	}

	/** Registered in every year's file. */
	person(person: number, birth: number, sex = 1): void {
		for (const year of this.years)
			this.add(`GBAPERSOON${year}TABV1`, {
				...R,
				RINPERSOON: key(person),
				GBAGESLACHT: sex,
				GBAGEBOORTEJAAR: Math.floor(birth / 10_000),
				GBAGEBOORTEMAAND: String(Math.floor(birth / 100) % 100).padStart(2, '0'),
				GBAGEBOORTEDAG: String(birth % 100).padStart(2, '0')
			});
	}

	/** In the file of every year that the household touches. */
	household({ number, type, members, since = 20100101, until = OPEN }: TinyHousehold): void {
		for (const year of this.touched(since, until))
			for (const [i, member] of members.entries())
				this.add(`GBAHUISHOUDENS${year}BUSV1`, {
					...R,
					RINPERSOON: key(member),
					DATUMAANVANGHH: since,
					DATUMEINDEHH: until,
					HUISHOUDNR: number,
					TYPHH: type,
					PLHH: PLACES[type]![i] ?? CHILD,
					REFPERSOONHH: i === 0 ? 1 : 0,
					AANTALPERSHH: members.length
				});
	}

	/** A person whose household has debts on some of the dates and not on the others; both definitions alike. */
	debts(person: number, dates: readonly number[]): void {
		for (const year of this.years) {
			const flags = [year * 10_000 + 1001, (year + 1) * 10_000 + 101].flatMap((date) =>
				['problematische_schulden_', 'smalle_def_problematische_schulden_'].flatMap((name) => [
					[`${name}${date}`, 0],
					[`${name}HH_${date}`, dates.includes(date) ? 1 : 0]
				])
			);
			this.add(`SCHULDENPROBLEMATIEK${year}TABV1`, {
				...R,
				RINPERSOON: key(person),
				DATUMAANVANGHH: 20100101,
				DATUMEINDEHH: OPEN,
				HUISHOUDNR: 'H',
				...Object.fromEntries(flags)
			});
		}
	}

	/** A spell in the file of every year that it touches, there ending with the year at the latest. */
	secm(person: number, since: number, until: number, code: number): void {
		for (const year of this.touched(since, until))
			this.add(`SECM${year}BUSV1`, {
				...R,
				RINPERSOON: key(person),
				AANVSECM: since,
				EINDSECM: Math.min(until, year * 10_000 + 1231),
				SECM: code
			});
	}

	/** An income household of one year, with its members. */
	income(year: number, earner: number, members: readonly number[], columns: Record<string, string | number>): void {
		this.add(`INHA${year}TABV1`, {
			RINPERSOONSHKW: 'R',
			RINPERSOONHKW: key(earner),
			INHARMLAG: 200,
			INHARMLAGL: 200,
			INHARMSOC: 200,
			INHBBIHJ: 11,
			INHEHALGR: 1,
			INHGESTINKH: 30000,
			...columns
		});
		for (const member of members)
			this.add(`KOPPELPERSOONHUISHOUDEN${year}TABV1`, {
				...R,
				RINPERSOON: key(member),
				RINPERSOONSHKW: 'R',
				RINPERSOONHKW: key(earner)
			});
	}

	/** At one address in a municipality (four digits) from a day on. */
	address(persons: readonly number[], gemeente: string, since = 20100101): void {
		for (const person of persons) {
			const object = { SOORTOBJECTNUMMER: 'B', RINOBJECTNUMMER: `${key(person)}${since}`.padStart(32, '0') };
			this.add('VSLGWB2024TABV1', { ...object, gem2024: gemeente, wc2024: `${gemeente}00`, bc2024: `${gemeente}0000` });
			for (const year of this.years)
				this.add(`GBAADRESOBJECT${year}BUSV1`, {
					...R,
					RINPERSOON: key(person),
					GBADATUMAANVANGADRESHOUDING: since,
					GBADATUMEINDEADRESHOUDING: OPEN,
					...object
				});
		}
	}

	private touched(since: number, until: number): number[] {
		return this.years.filter((year) => since <= year * 10_000 + 1231 && until >= year * 10_000 + 101);
	}

	/** Written to a folder of invented data, csv. */
	write(): string {
		const dir = mkdtempSync(join(tmpdir(), 'voorzicht-report-'));
		folders.push(dir);
		writeTables(dir, this.tables);
		writeFileSync(join(dir, MARKER), '');
		return dir;
	}

	async compare(comparison: Comparison): Promise<Findings> {
		const folder = await openFolder(this.write());
		try {
			return await comparison.find(folder);
		} finally {
			await folder.close();
		}
	}
}

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The line of a name. */
export function line({ lines }: Findings, name: string): Line {
	const found = lines.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no line ${name}; there are ${lines.map((one) => one.name).join('; ')}`);
	return found;
}
