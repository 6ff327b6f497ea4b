import { columnIndex } from '../../data-file.ts';
import { cbsTables } from '../../tables/registry.ts';
import type { FileRule } from '../rule.ts';

export const columnsPresent: FileRule = {
	id: 'columns',
	level: 0,
	severity: 'error',
	title: 'the file has its columns',
	tables: cbsTables,
	fault(file, table) {
		if (file === null) return null;
		const missing = table.columns.filter((column) => columnIndex(file, column) < 0);
		return missing.length === 0 ? null : `the file has no column ${missing.join(', ')}`;
	}
};
