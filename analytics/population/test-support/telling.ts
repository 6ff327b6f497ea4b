import { openEngine } from '../../engine/engine.ts';
import { REGION_COLUMNS } from '../../microdata/cbs-source.ts';
import { openCbsTables, type CbsTables } from '../../microdata/cbs-tables.ts';
import type { RowQuery } from '../../microdata/rows.ts';
import { GBAADRESOBJECTBUS } from '../../microdata/tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../../microdata/tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../microdata/tables/gbapersoontab.ts';
import { VSLGWBTAB } from '../../microdata/tables/vslgwbtab.ts';
import type { Fact, Unit } from '../fact.ts';
import { facts } from '../facts.ts';
import { writeRegions } from '../regions.ts';
import { fromRelation } from '../one-row.ts';
import { openStage } from '../stage.ts';
import type { PreparedStage } from '../steps.ts';
import { unitRows } from './unit-rows.ts';

// What facts tell of the units of a small world in 2023.

/** What a unit is told to be, fact by fact. */
export type Told = Map<number, (string | null)[]>;

/** What the facts tell of each unit of 2023, by the unit's key: a household's is the lowest of its members. */
export async function told(dir: string, known: readonly Fact[], unit: Unit): Promise<Told> {
	return withStage(dir, known, async (stage) =>
		byUnit(
			await unitRows(stage, known, unit),
			known.map(({ column }) => column)
		)
	);
}

/** The values of these columns for each unit, by its key. */
export async function valuesOf(
	dir: string,
	columns: readonly string[],
	unit: Unit
): Promise<Record<number, (string | null)[]>> {
	const wanted = columns.map((column) => facts.find((fact) => fact.column === column)!);
	return Object.fromEntries(await told(dir, wanted, unit));
}

/** As `told`, with the regions of 2024 behind the facts; and the members of each household. */
export async function toldWithRegions(
	dir: string,
	known: readonly Fact[],
	unit: Unit
): Promise<{ rows: Told; members: Map<number, number[]> }> {
	return withStage(dir, known, async (stage, tables) => {
		const rows = await byUnit(
			await unitRows(stage, known, unit),
			known.map(({ column }) => column)
		);
		const regions = Object.entries(REGION_COLUMNS).map(([column, prefix]) => [column, `${prefix}2024`] as const);
		await writeRegions(stage, 'places', unit, tables.file(VSLGWBTAB, 2023)!, regions);
		const places = await byUnit(
			fromRelation(stage.engine, 'places').selectAll() as RowQuery,
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
	known: readonly Fact[],
	visit: (stage: PreparedStage, tables: CbsTables) => Promise<T>
): Promise<T> {
	const needs = known.flatMap((fact) => fact.needs.map((need) => ({ ...need, optional: true as const })));
	const registers = [GBAHUISHOUDENSBUS, GBAPERSOONTAB].map((table) => ({ table, years: [0] }));
	const places = [GBAADRESOBJECTBUS, VSLGWBTAB].map((table) => ({ table, years: [0], optional: true as const }));
	const engine = await openEngine({ readable: [dir], threads: 1 });
	try {
		const tables = await openCbsTables(dir, 2023, [...registers, ...places, ...needs]);
		return await visit(await openStage(engine, tables, 2023), tables);
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
