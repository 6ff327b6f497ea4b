import { cbsTables } from '../../tables/registry.ts';
import type { CbsTable } from '../../tables/table.ts';
import type { FileRule } from '../rule.ts';

/** Names are matched without regard to case, so two of them would leave open which one is read. */
export const columnsOnce: FileRule = {
	id: 'columns-once',
	level: 0,
	severity: 'error',
	title: 'no column comes twice, not in other letter case either',
	tables: cbsTables,
	fault(file, table) {
		const names = (file?.columns ?? []).map((column) => column.name.toLowerCase());
		const twice = ownNames(table).filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
		const others = names.some((name, i) => (table.yearColumns?.test(name) ?? false) && names.indexOf(name) !== i);
		if (twice.length > 0) return `the file has two columns ${twice.join(', ').toUpperCase()}`;
		return others ? 'the file has two columns of the same date or year' : null;
	}
};

function ownNames(table: CbsTable): string[] {
	return [...table.columns, ...(table.optional ?? [])].map((name) => name.toLowerCase());
}
