import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../engine/engine.ts';
import { REGION_COLUMNS } from '../../microdata/cbs-source.ts';
import { openCbsTables, type CbsTables } from '../../microdata/cbs-tables.ts';
import type { RowQuery } from '../../microdata/rows.ts';
import { GBAADRESOBJECTBUS } from '../../microdata/tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../../microdata/tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../microdata/tables/gbapersoontab.ts';
import { VSLGWBTAB } from '../../microdata/tables/vslgwbtab.ts';
import type { Fact, Stage, Unit } from '../fact.ts';
import { regionsOf } from '../regions.ts';
import { openStage } from '../stage.ts';
import { unitRows } from '../units.ts';

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

/** What a unit is told to be, fact by fact. */
export type Told = Map<number, (string | null)[]>;

/** What the facts tell of each unit of 2023, by the unit's key: a household's is the lowest of its members. */
export async function told(dir: string, facts: readonly Fact[], unit: Unit): Promise<Told> {
	return withStage(dir, facts, unit, async (stage) =>
		byUnit(
			await unitRows(stage, facts, unit),
			facts.map(({ column }) => column)
		)
	);
}

/** As `told`, with the regions of 2024 behind the facts; and the members of each household. */
export async function toldWithRegions(
	dir: string,
	facts: readonly Fact[],
	unit: Unit
): Promise<{ rows: Told; members: Map<number, number[]> }> {
	return withStage(dir, facts, unit, async (stage, tables) => {
		const rows = await byUnit(
			await unitRows(stage, facts, unit),
			facts.map(({ column }) => column)
		);
		const regions = Object.entries(REGION_COLUMNS).map(([column, prefix]) => [column, `${prefix}2024`] as const);
		const places = await byUnit(
			await regionsOf(stage, unit, tables.file(VSLGWBTAB, 2023)!, regions),
			Object.keys(REGION_COLUMNS)
		);
		for (const [key, values] of rows) values.push(...(places.get(key) ?? [null, null, null]));
		const members = new Map<number, number[]>();
		const persons = await stage.engine.db.selectFrom(stage.members).select(['household', 'person']).execute();
		for (const { household, person } of persons)
			members.set(Number(household), [...(members.get(Number(household)) ?? []), Number(person)]);
		return { rows, members };
	});
}

async function withStage<T>(
	dir: string,
	facts: readonly Fact[],
	unit: Unit,
	visit: (stage: Stage, tables: CbsTables) => Promise<T>
): Promise<T> {
	const needs = facts.flatMap((fact) => fact.needs.map((need) => ({ ...need, optional: true as const })));
	const registers = [GBAHUISHOUDENSBUS, GBAPERSOONTAB].map((table) => ({ table, years: [0] }));
	const places = [GBAADRESOBJECTBUS, VSLGWBTAB].map((table) => ({ table, years: [0], optional: true as const }));
	const engine = await openEngine({ readable: [dir], threads: 1 });
	try {
		const tables = await openCbsTables(dir, 2023, [...registers, ...places, ...needs]);
		return await visit(await openStage(engine, tables, 2023, facts, unit), tables);
	} finally {
		await engine.close();
	}
}

async function byUnit(rows: RowQuery, columns: readonly string[]): Promise<Told> {
	const found = (await rows.execute()) as Record<string, string | null>[];
	return new Map(
		found
			.map((row): [number, (string | null)[]] => [Number(row.unit), columns.map((column) => row[column] ?? null)])
			.sort(([a], [b]) => a - b)
	);
}
