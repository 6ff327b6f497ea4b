import { sql } from 'kysely';
import type { CbsTable } from '../microdata/tables/table.ts';
import type { Source, Stage } from './fact.ts';

/** The members of households on the date, with the columns of `Stage.members`. */
export function membersOf({ engine, members }: Pick<Stage, 'engine' | 'members'>): Source {
	return { name: 'members', rows: () => sql`${engine.db.dynamic.ref(members)}`, several: true };
}

/** The row of each household in a table of income households, with its columns in capitals. */
export function householdRows(stage: Stage, table: CbsTable, offset: number): Source {
	return { name: nameOf(table, offset), rows: (columns) => stage.rows(table, columns, offset), several: false };
}

/** The rows about members in a table of persons, with its columns in capitals. */
export function personRows(stage: Stage, table: CbsTable, offset: number): Source {
	return { name: nameOf(table, offset), rows: (columns) => stage.rows(table, columns, offset), several: true };
}

function nameOf(table: CbsTable, offset: number): string {
	return `${table.name} ${offset}`;
}
