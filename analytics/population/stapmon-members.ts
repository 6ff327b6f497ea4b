import { sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { DataFile } from '../microdata/data-file.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { stapmonColumn } from '../microdata/stapmon-source.ts';
import { columnsOf } from './members.ts';
import { from, fromRelation, write, writeOneRowPer } from './one-row.ts';
import { personKey } from './person-key.ts';

const KEY = ['RINPERSOONS', 'RINPERSOON'];

/**
 * Writes `Stage.members` from the Stapelingsmonitor: one row for each person, in the household of HUISHOUDNR and
 * DATUMAANVANGHH. Of contradictory rows the household that began last counts, then the lowest number. A person without a
 * household is one alone. Nobody is known as the reference person, so that is the member with the lowest key.
 */
export async function writeStapmonMembers(
	engine: Engine,
	relation: string,
	file: DataFile,
	year: number
): Promise<void> {
	const persons = `${relation}_persons`;
	const household = (['number', 'since'] as const).map((name) => [name, stapmonColumn(file, name, year)] as const);
	const present = household.flatMap(([, column]) => (column === undefined ? [] : [column]));
	const rows = (await columnsOf(engine, file, [...KEY, ...present], 'line')).select((eb) => [
		personKey(eb.ref('line.RINPERSOONS'), eb.ref('line.RINPERSOON')).as('person'),
		...household.map(([name, column]) =>
			sql<string | null>`${column === undefined ? sql`cast(null as varchar)` : eb.ref(`line.${column}`)}`.as(name)
		)
	]) as RowQuery;
	const order = [['since', 'desc'] as const, ['number'] as const];
	await writeOneRowPer(engine, persons, rows, { key: 'person', order, columns: ['person', 'number', 'since'] });
	const heads = fromRelation(engine, persons)
		.groupBy(['number', 'since'])
		.select((eb) => ['number', 'since', eb.fn.min('person').as('household')]) as RowQuery;
	const members = from(engine, fromRelation(engine, persons).selectAll() as RowQuery, 'own')
		.leftJoin(heads.as('head'), (join) =>
			join.onRef('head.number', '=', 'own.number').onRef('head.since', '=', 'own.since')
		)
		.select('own.person')
		.select((eb) => {
			const key = eb.fn.coalesce('head.household' as never, 'own.person' as never);
			return [
				sql<number>`${key}`.as('household'),
				sql<number>`${key} = ${eb.ref('own.person' as never)}`.as('reference'),
				...['place', 'type', 'sex'].map((name) => sql<null>`cast(null as utinyint)`.as(name)),
				sql<null>`cast(null as integer)`.as('birth')
			] as never;
		});
	await write(engine, relation, members as unknown as RowQuery);
	await engine.db.schema.dropTable(persons).execute();
}
