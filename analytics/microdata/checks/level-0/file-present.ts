import { cbsTables } from '../../tables/registry.ts';
import type { FileRule } from '../rule.ts';

export const filePresent: FileRule = {
	id: 'file-present',
	level: 0,
	severity: 'error',
	title: 'there is a file, and it can be opened',
	tables: cbsTables,
	fault: (file) => (file === null ? 'there is no file of this table that can be opened (sav, csv or parquet)' : null)
};
