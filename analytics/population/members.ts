import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import { written } from '../engine/written.ts';
import { columnIndex, type DataFile } from '../microdata/data-file.ts';
import { loaded } from '../microdata/load.ts';
import { fileRows, type RowQuery } from '../microdata/rows.ts';
import { HOUSEHOLD_PLACES, HOUSEHOLD_TYPES } from '../microdata/tables/gbahuishoudensbus.ts';
import { OPEN_END } from '../microdata/tables/keys.ts';
import { from, fromRelation, write, writeOneRowPer } from './one-row.ts';
import { personKey } from './person-key.ts';

const SPELLS = ['RINPERSOONS', 'RINPERSOON', 'DATUMAANVANGHH', 'DATUMEINDEHH', 'HUISHOUDNR'];
const TRAITS = ['TYPHH', 'PLHH', 'REFPERSOONHH'];
const BIRTH = ['GBAGEBOORTEJAAR', 'GBAGEBOORTEMAAND', 'GBAGEBOORTEDAG'] as const;

export interface MemberFiles {
	/** GBAHUISHOUDENSBUS. */
	readonly households: DataFile;
	/** GBAPERSOONTAB. */
	readonly persons: DataFile;
}

/**
 * Writes `Stage.members`: the persons in households on 31 December of the year, one row each.
 *
 * Whatever the registers say, a household is what its own members' rows make of it, so that removing these rows changes no
 * other household. A person in two households counts in the one that it joined last, then in that with the lowest number. A
 * household is known by the lowest key of its members; its reference person is the one who is registered as such, of several
 * the one with the lowest key, and where nobody is, the member with the lowest key.
 */
export async function writeMembers(
	engine: Engine,
	relation: string,
	{ households, persons }: MemberFiles,
	year: number
): Promise<void> {
	const [spells, heads] = [`${relation}_spells`, `${relation}_heads`];
	const traits = ['type', 'place', 'chief', 'birth', 'sex'];
	const rows = from(engine, await spellsOn(engine, households, `${year}1231`), 'spell')
		.leftJoin((await birthsOf(engine, persons)).as('born'), 'born.person', 'spell.person')
		.select(['spell.person', 'spell.number', 'spell.since', 'spell.type', 'spell.place', 'spell.chief'])
		.select(['born.birth', 'born.sex']) as unknown as RowQuery;
	await writeOneRowPer(engine, spells, rows, {
		key: 'person',
		present: ['number'],
		order: [['since', 'desc'], ['number'], ['type'], ['place'], ['chief', 'desc'], ['birth'], ['sex']],
		columns: ['person', 'number', 'since', ...traits]
	});
	await write(engine, heads, headsOf(engine, spells));
	const members = fromRelation(engine, `${spells} as spell`)
		.innerJoin(`${heads} as head`, (join) =>
			join.onRef('head.number', '=', 'spell.number').onRef('head.since', '=', 'spell.since')
		)
		.select(['spell.person', 'head.household', 'spell.place', 'spell.type', 'spell.birth', 'spell.sex'])
		.select((eb) => sql<number>`${eb.ref('spell.person')} = ${eb.ref('head.reference')}`.as('reference'));
	await write(engine, relation, members as unknown as RowQuery);
	for (const name of [spells, heads]) await engine.db.schema.dropTable(name).execute();
}

/** Spells in households that cover the date. */
async function spellsOn(engine: Engine, file: DataFile, date: string): Promise<RowQuery> {
	return (await columnsOf(engine, file, [...SPELLS, ...TRAITS], 'bus'))
		.where('bus.DATUMAANVANGHH', '<=', date)
		.where((eb) => eb(eb.fn.coalesce('bus.DATUMEINDEHH', eb.val(OPEN_END)), '>=', date))
		.select(['bus.HUISHOUDNR as number', 'bus.DATUMAANVANGHH as since'])
		.select((eb) => [
			codeNumber(eb.ref('bus.TYPHH'), HOUSEHOLD_TYPES).as('type'),
			codeNumber(eb.ref('bus.PLHH'), HOUSEHOLD_PLACES).as('place'),
			codeNumber(eb.ref('bus.REFPERSOONHH'), ['0', '1']).as('chief'),
			personKey(eb.ref('bus.RINPERSOONS'), eb.ref('bus.RINPERSOON')).as('person')
		]) as RowQuery;
}

/** A code of a list of whole numbers as one; null for any other text. */
function codeNumber(text: Expression<unknown>, codes: readonly string[]): RawBuilder<number | null> {
	const cases = codes.map((code) => sql`when ${code} then ${written(Number(code))}`);
	return sql`cast(case ${text} ${sql.join(cases, sql` `)} end as utinyint)`;
}

function headsOf(engine: Engine, spells: string): RowQuery {
	return fromRelation(engine, spells)
		.groupBy(['number', 'since'])
		.select((eb) => [
			'number',
			'since',
			eb.fn.min('person').as('household'),
			sql<number>`coalesce(min(case when ${eb.ref('chief')} = 1 then ${eb.ref('person')} end),
				min(${eb.ref('person')}))`.as('reference')
		]) as RowQuery;
}

/**
 * Birth as YYYYMMDD and sex of each person. A month or day that is unknown counts as the middle one; without a year there is no
 * birth.
 */
async function birthsOf(engine: Engine, file: DataFile): Promise<RowQuery> {
	const columns = ['RINPERSOONS', 'RINPERSOON', 'GBAGESLACHT', ...BIRTH];
	const rows = (await columnsOf(engine, file, columns, 'gba')).select((eb) => [
		personKey(eb.ref('gba.RINPERSOONS'), eb.ref('gba.RINPERSOON')).as('person'),
		codeNumber(eb.ref('gba.GBAGESLACHT'), ['1', '2']).as('sex'),
		// Small whole numbers, so that no later step can overflow.
		...BIRTH.map((column) => sql<number | null>`try_cast(${eb.ref(`gba.${column}`)} as smallint)`.as(column))
	]) as RowQuery;
	return from(engine, rows, 'person').select((eb) => {
		const [year, month, day] = BIRTH.map((column) => eb.ref(`person.${column}`));
		return [
			'person.person',
			'person.sex',
			sql<number | null>`case when ${year} between 1800 and 2200 then cast(cast(${year} as integer) * 10000
				+ 100 * case when ${month} between 1 and 12 then ${month} else 7 end
				+ case when ${day} between 1 and 31 then ${day} else 15 end as integer) end`.as('birth')
		];
	}) as RowQuery;
}

/** The rows of a file with the wanted columns under these names; a column that it lacks is null. */
export async function columnsOf(
	engine: Engine,
	file: DataFile,
	columns: readonly string[],
	alias: string
): Promise<RowQuery> {
	return selected(engine, await loaded(engine, file, columns), columns, alias);
}

/** As `columnsOf`, of a file that the engine can read; those of `numbers` as numbers. */
export function selected(
	engine: Engine,
	file: DataFile,
	columns: readonly string[],
	alias: string,
	numbers: readonly string[] = []
): RowQuery {
	const present = columns.filter((name) => columnIndex(file, name) >= 0);
	const absent = columns.filter((name) => !present.includes(name));
	const wanted = new Map(present.map((name) => [name, name]));
	const rows = from(engine, fileRows(engine, file, wanted, { numbered: false, numbers }), 'file')
		.select(present.map((name) => `file.${name}`))
		.select(absent.map((name) => sql<string | null>`cast(null as varchar)`.as(name))) as RowQuery;
	return from(engine, rows, alias);
}
