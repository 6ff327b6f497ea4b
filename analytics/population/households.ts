import { sql } from 'kysely';
import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import type { Engine } from '../engine/engine.ts';
import { lowIncome, lowIncomeCode } from '../indicators/low-income.ts';
import { debtCode, debtColumn } from '../indicators/problematic-debts.ts';
import { cbsFiles, REGION_COLUMNS, requireCbsSpec, type CbsFiles } from '../microdata/cbs-source.ts';
import type { DataFile } from '../microdata/data-file.ts';
import { fileRows, type RowQuery } from '../microdata/rows.ts';
import { InputError } from '../errors.ts';
import type { AnalysisFile } from './analysis-file.ts';
import { codedRows, finiteNumber, leafCodes, writeAnalysisFile } from './coding.ts';

/** How a spell without end is written, last of all dates as text. */
const OPEN_END = '88888888';

/**
 * The analysis file of households on 31 December of the period, each in exactly one row.
 *
 * The unit is the BRP household, HUISHOUDNR with DATUMAANVANGHH, that has a linkable reference person on the date. Where
 * registrations contradict each other a public rule decides, which looks at the household's own members alone: two
 * reference persons: the lowest RINPERSOON; two addresses: the spell that began last, then the lowest object number; an
 * income under several members: the reference person's, then the lowest RINPERSOON's; debts of any member count. What is not
 * found is unknown.
 */
export async function cbsAnalysisFile(spec: Spec, domain: Domain, dir: string, engine: Engine): Promise<AnalysisFile> {
	requireCbsSpec(spec, domain);
	if (spec.period === undefined || spec.source?.kind !== 'cbs')
		throw new InputError(`${spec.id}: period: is missing; name the year that is measured.`);
	const { classification } = spec.source;
	const files = await cbsFiles(dir, spec.period, classification);
	const rows = householdRows(engine, files, classification);
	return writeAnalysisFile(engine, domain, await codedRows(engine, domain, rows, (column) => column, leafKeys(domain)));
}

/** One row per household, with the analysis columns as text. */
export function householdRows(engine: Engine, files: CbsFiles, classification: number): RowQuery {
	const date = `${files.year}1231`;
	const members = membersOn(engine, files.households, date);
	const regions = Object.entries(REGION_COLUMNS).map(
		([column, prefix]) => [column, `${prefix}${classification}`] as const
	);
	return from(engine, referencePersons(engine, members), 'household')
		.leftJoin(addressesOn(engine, files.addresses, date).as('address'), 'address.person', 'household.person')
		.leftJoin(places(engine, files.places, regions).as('place'), (join) =>
			join.onRef('place.kind', '=', 'address.kind').onRef('place.object', '=', 'address.object')
		)
		.leftJoin(incomes(engine, files.incomes, members).as('income'), (join) =>
			join.onRef('income.number', '=', 'household.number').onRef('income.since', '=', 'household.since')
		)
		.leftJoin(debts(engine, files, members).as('debt'), (join) =>
			join.onRef('debt.number', '=', 'household.number').onRef('debt.since', '=', 'household.since')
		)
		.select([
			...regions.map(([column]) => `place.${column}`),
			'household.household_type',
			'income.low_income',
			'debt.problematic_debts'
		]) as unknown as RowQuery;
}

/** CBS tables write region codes without the prefix that public lists give them. */
function leafKeys(domain: Domain): [key: string, leaf: number][] {
	const codes = leafCodes(domain);
	return [...codes, ...codes.map(([code, leaf]): [string, number] => [code.replace(/^(BU|WK|GM)(?=\w)/, ''), leaf])];
}

/** Persons with their household, for spells that cover the date. */
function membersOn(engine: Engine, file: DataFile, date: string): RowQuery {
	const columns = [
		'RINPERSOONS',
		'RINPERSOON',
		'DATUMAANVANGHH',
		'DATUMEINDEHH',
		'HUISHOUDNR',
		'TYPHH',
		'REFPERSOONHH'
	];
	return read(engine, file, columns, 'bus')
		.where('bus.RINPERSOONS', '=', 'R')
		.where('bus.RINPERSOON', 'is not', null)
		.where('bus.HUISHOUDNR', 'is not', null)
		.where('bus.DATUMAANVANGHH', '<=', date)
		.where((eb) => eb(eb.fn.coalesce('bus.DATUMEINDEHH', eb.val(OPEN_END)), '>=', date))
		.select([
			'bus.HUISHOUDNR as number',
			'bus.DATUMAANVANGHH as since',
			'bus.RINPERSOON as person',
			'bus.REFPERSOONHH as reference',
			'bus.TYPHH as household_type'
		]) as RowQuery;
}

function referencePersons(engine: Engine, members: RowQuery): RowQuery {
	const references = from(engine, members, 'member').where('member.reference', '=', '1');
	const turn = sql<number>`row_number() over (partition by number, since order by person, household_type)`;
	return first(engine, references.selectAll().select(turn.as('turn')) as RowQuery);
}

function addressesOn(engine: Engine, file: DataFile, date: string): RowQuery {
	const start = 'GBADATUMAANVANGADRESHOUDING';
	const end = 'GBADATUMEINDEADRESHOUDING';
	const columns = ['RINPERSOONS', 'RINPERSOON', start, end, 'SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'];
	const spells = read(engine, file, columns, 'spell')
		.where('spell.RINPERSOONS', '=', 'R')
		.where(`spell.${start}`, '<=', date)
		.where((eb) => eb(eb.fn.coalesce(`spell.${end}`, eb.val(OPEN_END)), '>=', date))
		.select([
			'spell.RINPERSOON as person',
			'spell.SOORTOBJECTNUMMER as kind',
			'spell.RINOBJECTNUMMER as object',
			sql<number>`row_number() over (partition by "RINPERSOON"
				order by "GBADATUMAANVANGADRESHOUDING" desc, "SOORTOBJECTNUMMER", "RINOBJECTNUMMER")`.as('turn')
		]);
	return first(engine, spells as RowQuery);
}

/** The regions of each address; an address that is listed twice keeps the lowest codes. */
function places(engine: Engine, file: DataFile, regions: readonly (readonly [string, string])[]): RowQuery {
	const columns = ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER', ...regions.map(([, name]) => name)];
	return read(engine, file, columns, 'object')
		.select(['object.SOORTOBJECTNUMMER as kind', 'object.RINOBJECTNUMMER as object'])
		.select((eb) => regions.map(([column, name]) => eb.fn.min(`object.${name}`).as(column)))
		.groupBy(['object.SOORTOBJECTNUMMER', 'object.RINOBJECTNUMMER']) as RowQuery;
}

/** The income household of a member is the household's: INHATAB names it by its main earner. */
function incomes(engine: Engine, file: DataFile, members: RowQuery): RowQuery {
	const earners = read(engine, file, ['RINPERSOONSHKW', 'RINPERSOONHKW', lowIncome.from], 'inha')
		.where('inha.RINPERSOONSHKW', '=', 'R')
		.select('inha.RINPERSOONHKW as person')
		.select((eb) =>
			sql<string | null>`min(${lowIncomeCode(finiteNumber(eb.ref(`inha.${lowIncome.from}`)))})`.as('low_income')
		)
		.groupBy('inha.RINPERSOONHKW');
	const found = from(engine, members, 'member')
		.innerJoin(earners.as('earner'), 'earner.person', 'member.person')
		.select([
			'member.number',
			'member.since',
			'earner.low_income',
			sql<number>`row_number() over (partition by number, since
				order by case when reference = '1' then 0 else 1 end, member.person)`.as('turn')
		]);
	return first(engine, found as unknown as RowQuery);
}

/**
 * One member with the flag gives it to the household. Members are those of the household register: the household that the
 * debt file itself names may be another one, and then a person could change two households.
 */
function debts(engine: Engine, files: CbsFiles, members: RowQuery): RowQuery {
	const flag = debtColumn(files.year);
	const flags = read(engine, files.debts, ['RINPERSOONS', 'RINPERSOON', flag], 'debt')
		.where('debt.RINPERSOONS', '=', 'R')
		.select('debt.RINPERSOON as person')
		.select((eb) => sql<string | null>`${debtCode(eb.ref(`debt.${flag}`))}`.as('flag')) as RowQuery;
	return from(engine, members, 'member')
		.innerJoin(flags.as('flagged'), 'flagged.person', 'member.person')
		.select(['member.number', 'member.since'])
		.select((eb) => eb.fn.max('flagged.flag').as('problematic_debts'))
		.groupBy(['member.number', 'member.since']) as unknown as RowQuery;
}

function read(engine: Engine, file: DataFile, columns: readonly string[], alias: string): RowQuery {
	return from(engine, fileRows(engine, file, new Map(columns.map((name) => [name, name]))), alias);
}

function from(engine: Engine, rows: RowQuery, alias: string): RowQuery {
	return engine.db.selectFrom(rows.as(alias) as never) as unknown as RowQuery;
}

/** Of each group the row whose turn is 1. */
function first(engine: Engine, rows: RowQuery): RowQuery {
	return from(engine, rows, 'ranked').where('ranked.turn', '=', 1).selectAll() as RowQuery;
}
