import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of CBS tables by the name of their file, for tests of facts: only what a test is about has to be there. */
export type World = Record<string, Record<string, string>[]>;

export const OPEN = '88888888';

export const key = (person: number) => String(person).padStart(9, '0');
export const own = (person: number) => ({ RINPERSOONS: 'R', RINPERSOON: key(person) });
export const earner = (person: number) => ({ RINPERSOONSHKW: 'R', RINPERSOONHKW: key(person) });

/** A spell in a household that goes on. */
export function living(person: number, household: string, rest: Record<string, string> = {}) {
	return {
		...own(person),
		DATUMAANVANGHH: '20100101',
		DATUMEINDEHH: OPEN,
		HUISHOUDNR: household,
		TYPHH: '1',
		PLHH: '2',
		REFPERSOONHH: '1',
		AANTALPERSHH: '1',
		...rest
	};
}

export function born(person: number, year: string, rest: Record<string, string> = {}) {
	return {
		...own(person),
		GBAGESLACHT: '1',
		GBAGEBOORTEJAAR: year,
		GBAGEBOORTEMAAND: '06',
		GBAGEBOORTEDAG: '15',
		...rest
	};
}

/** A row of INHATAB with an ordinary income. */
export function income(person: number, rest: Record<string, string> = {}) {
	return {
		...earner(person),
		INHARMLAG: '150',
		INHARMLAGL: '150',
		INHARMSOC: '150',
		INHBBIHJ: '11',
		INHBESTINKH: '30000',
		INHGESTINKH: '30000',
		INHEHALGR: '2',
		...rest
	};
}

export function wealth(person: number, euros: string) {
	return { ...earner(person), VEHW1000VERH: euros, VEHW1110FINH: euros, VEHWVEREXEWH: euros };
}

/** Persons 1, 2, ... each alone in a household, born in 1980, with the other tables. */
export function alone(count: number, rest: World = {}): World {
	const persons = Array.from({ length: count }, (_, i) => i + 1);
	return {
		GBAHUISHOUDENS2023BUSV1: persons.map((person) => living(person, `H${person}`)),
		GBAPERSOON2023TABV1: persons.map((person) => born(person, '1980')),
		...rest
	};
}

/** Writes the tables as csv; columns are those of all rows of `like`, so that a table may lose rows and keep its header. */
export function writeWorld(root: string, world: World, like: World = world): string {
	const dir = mkdtempSync(join(root, 'world-'));
	for (const [name, rows] of Object.entries(world)) {
		const columns = [...new Set(like[name]!.flatMap((row) => Object.keys(row)))];
		const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
		writeFileSync(join(dir, `${name}.csv`), [columns.join(';'), ...lines, ''].join('\n'));
	}
	return dir;
}
