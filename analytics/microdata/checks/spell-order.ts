import type { RowQuery } from '../rows.ts';
import type { CheckRule } from './rule.ts';
import { SPELLS } from './spells.ts';

export const spellOrder: CheckRule = {
	id: 'spell-order',
	level: 1,
	severity: 'error',
	title: 'a spell does not end before it starts',
	tables: [...SPELLS.keys()],
	broken(data, table) {
		const [start, end] = SPELLS.get(table)!;
		return data.count(data.rows(table, [start, end], 'row').selectAll().whereRef(start, '>', end) as RowQuery);
	}
};
