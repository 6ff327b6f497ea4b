import type { Domain } from '../contract/domain.ts';
import type { Engine } from '../engine/engine.ts';
import {
	cbsNeeds,
	namedFacts,
	namedRegions,
	openCbsTables,
	REGION_COLUMNS,
	requireCbsSpec,
	yearOf,
	type CbsTables,
	type RegionColumn
} from '../microdata/cbs-source.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { servesFromStapmon } from '../microdata/stapmon-source.ts';
import { VSLGWBTAB } from '../microdata/tables/vslgwbtab.ts';
import { InputError } from '../errors.ts';
import type { AnalysisFile, Wanted } from './analysis-file.ts';
import { codedRows, leafCodes } from './coding.ts';
import type { Fact, Stage, Unit } from './fact.ts';
import { from, fromRelation, write } from './one-row.ts';
import { addressRequest, writeRegions } from './regions.ts';
import type { Request } from './requests.ts';
import { openStage, openStapmonStage } from './stage.ts';
import type { Step } from './steps.ts';
import {
	stapmonFacts,
	stapmonNeeds,
	stapmonRegionColumns,
	stapmonRegions,
	stapmonRequest
} from './stapelingsmonitor.ts';
import { unitCodes } from './units.ts';
import { writeAnalysisFile } from './write-analysis-file.ts';

/**
 * The analysis files of releases about the households, or the persons in households, on 31 December of the period, each unit in
 * exactly one row with the facts that the release names. Whom a register does not hold stays in, with the fact's value for
 * that. A folder without registers may hold the Stapelingsmonitor instead.
 * @param releases of one unit, period and classification: what they ask is found together
 */
export async function cbsAnalysisFiles(
	releases: readonly Wanted[],
	dir: string,
	engine: Engine
): Promise<AnalysisFile[]> {
	for (const { spec, domain } of releases) requireCbsSpec(spec, domain);
	const { id, period, source, unit } = releases[0]!.spec;
	if (period === undefined || source?.kind !== 'cbs')
		throw new InputError(`${id}: period: is missing; name the year that is measured.`);
	const year = yearOf(period);
	const asked: Asked = {
		facts: unionOf(releases.map(({ domain }) => namedFacts(domain))),
		regions: unionOf(releases.map(({ domain }) => namedRegions(domain))),
		unit: unit.kind
	};
	const needs = releases.flatMap(({ spec, domain }) => cbsNeeds(spec, domain));
	const rows = servesFromStapmon(dir, year)
		? await stapmonUnits(engine, await openCbsTables(dir, year, stapmonNeeds), year, asked)
		: await registerUnits(engine, await openCbsTables(dir, year, needs), year, asked, source.classification);
	const valuesOf = (column: string) => asked.facts.find((fact) => fact.column === column)?.values;
	const files: AnalysisFile[] = [];
	for (const [i, { domain }] of releases.entries()) {
		const coded = await codedRows(engine, domain, rows, (column) => column, leafKeys(domain), [], valuesOf);
		files.push(await writeAnalysisFile(engine, domain, coded, `analysis_file_${i}`));
	}
	return files;
}

function unionOf<T>(lists: readonly (readonly T[])[]): T[] {
	return [...new Set(lists.flat())];
}

/** What releases ask to know of each unit. */
interface Asked {
	readonly facts: readonly Fact[];
	readonly regions: readonly RegionColumn[];
	readonly unit: Unit;
}

async function registerUnits(
	engine: Engine,
	tables: CbsTables,
	year: number,
	{ facts, regions, unit }: Asked,
	classification: number
): Promise<RowQuery> {
	const stage = await openStage(engine, tables, year);
	if (regions.length === 0) return unitCodes(stage, facts, unit);
	const sources = regions.map((column) => [column, `${REGION_COLUMNS[column]}${classification}`] as const);
	const { step, places } = placing(stage, addressRequest, (relation) =>
		writeRegions(stage, relation, unit, tables.file(VSLGWBTAB, year)!, sources)
	);
	return withRegions(engine, await unitCodes(stage, facts, unit, [step]), places, facts, regions);
}

async function stapmonUnits(engine: Engine, tables: CbsTables, year: number, asked: Asked): Promise<RowQuery> {
	const { regions, unit } = asked;
	const facts = stapmonFacts(tables, year, asked.facts, unit);
	const columns = stapmonRegionColumns(tables, year, regions, unit);
	const stage = await openStapmonStage(engine, tables, year);
	const { step, places } = placing(stage, stapmonRequest(columns), (relation) =>
		write(engine, relation, stapmonRegions(stage, unit, regions, columns))
	);
	return withRegions(engine, await unitCodes(stage, facts, unit, [step]), places, facts, regions);
}

/** The reading of where units live, and what it writes. */
function placing(
	{ engine, year }: Stage,
	request: Request,
	writePlaces: (relation: string) => Promise<void>
): { step: Step; places: RowQuery } {
	const relation = `places_${year}`;
	const step = { requests: [request], facts: [], read: () => writePlaces(relation) };
	return { step, places: fromRelation(engine, relation).selectAll() as RowQuery };
}

function withRegions(
	engine: Engine,
	rows: RowQuery,
	places: RowQuery,
	facts: readonly Fact[],
	regions: readonly string[]
): RowQuery {
	return from(engine, rows, 'known')
		.leftJoin(places.as('place'), 'place.unit', 'known.unit')
		.select(facts.map(({ column }) => `known.${column}`))
		.select(regions.map((column) => `place.${column}`)) as unknown as RowQuery;
}

/** CBS tables write region codes without the prefix that public lists give them. */
function leafKeys(domain: Domain): [key: string, leaf: number][] {
	const codes = leafCodes(domain);
	return [...codes, ...codes.map(([code, leaf]): [string, number] => [code.replace(/^(BU|WK|GM)(?=\w)/, ''), leaf])];
}
