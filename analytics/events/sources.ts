import { sql } from 'kysely';
import type { CbsTable } from '../microdata/tables/table.ts';
import type { Source } from '../population/fact.ts';
import { membersOf } from '../population/sources.ts';
import type { Rows } from './expressions.ts';
import type { History } from './history.ts';
import type { Scene } from './life-event.ts';

/** The members of households on the date. */
export function members({ stage }: Scene): Source {
	return membersOf(stage);
}

/** The spells of members that a history holds. */
export function spellsIn(scene: Scene, history: History): Source {
	return rowsOf(`history ${history.name}`, () => scene.spells(history));
}

/** The rows about members in a table, with some of its columns. */
export function tableRows({ stage, offset }: Scene, table: CbsTable, columns: readonly string[], ago = 0): Source {
	return rowsOf(
		`${table.name} ${offset - ago} ${columns.join(' ')}`,
		() => sql`${stage.rows(table, columns, offset - ago)}`
	);
}

/** Rows with `person` and `household`. */
export function rowsOf(name: string, rows: () => Rows): Source {
	return { name, rows, several: true };
}
