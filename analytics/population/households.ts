import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
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
import type { AnalysisFile } from './analysis-file.ts';
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
 * The analysis file of the households, or the persons in households, on 31 December of the period, each in exactly one row
 * with the facts that the specification names. Whom a register does not hold stays in, with the fact's value for that. A
 * folder without registers may hold the Stapelingsmonitor instead.
 */
export async function cbsAnalysisFile(spec: Spec, domain: Domain, dir: string, engine: Engine): Promise<AnalysisFile> {
	requireCbsSpec(spec, domain);
	if (spec.period === undefined || spec.source?.kind !== 'cbs')
		throw new InputError(`${spec.id}: period: is missing; name the year that is measured.`);
	const { classification } = spec.source;
	const year = yearOf(spec.period);
	const asked: Asked = { facts: namedFacts(domain), regions: namedRegions(domain), unit: spec.unit.kind };
	const rows = servesFromStapmon(dir, year)
		? await stapmonUnits(engine, await openCbsTables(dir, year, stapmonNeeds), year, asked)
		: await registerUnits(engine, await openCbsTables(dir, year, cbsNeeds(spec, domain)), year, asked, classification);
	const valuesOf = (column: string) => asked.facts.find((fact) => fact.column === column)?.values;
	const coded = await codedRows(engine, domain, rows, (column) => column, leafKeys(domain), [], valuesOf);
	return writeAnalysisFile(engine, domain, coded);
}

/** What a specification asks to know of each unit. */
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
