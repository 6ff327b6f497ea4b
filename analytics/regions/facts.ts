import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Rows of a table of public facts beside this file, by column. */
export function facts(file: string): Record<string, string>[] {
	return parse(readFileSync(join(import.meta.dirname, 'data', file), 'utf8'), { columns: true });
}
