import { CsvError, parse } from 'csv-parse/sync';
import type { Domain } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import type { Pin } from './pins.ts';

const REGION = 'region';
const VALUE = 'value';

/**
 * Reads public totals: columns region (optional; empty: the whole domain), any attributes of the release (empty: all codes
 * together) and value.
 * @param file name for messages
 * @throws InputError with one sentence that names file, line and rule
 */
export function parsePins(domain: Domain, text: string, file: string): Pin[] {
	const [header, ...rows] = records(text, file);
	if (header === undefined)
		throw new InputError(`${file} is empty; its first line names the columns, such as region,value.`);
	const columns = header.cells;
	checkColumns(domain, columns, file);
	if (rows.length === 0) throw new InputError(`${file} holds no totals below its first line; add one line for each.`);
	return rows.map(({ line, cells }) => {
		const where = `${file}, line ${line}`;
		if (cells.length !== columns.length)
			throw new InputError(`${where}: ${cells.length} cells, where the header has ${columns.length}.`);
		return pinOf(domain, new Map(columns.map((column, i) => [column, cells[i]!])), where);
	});
}

function pinOf(domain: Domain, row: ReadonlyMap<string, string>, where: string): Pin {
	const column = regionColumn(domain, [...row.keys()]);
	// Without a tree, a column of this name is an ordinary attribute.
	const region = domain.attributes.some((a) => a.name === column) ? null : row.get(column) || null;
	if (region !== null && domain.region?.tree.find(region) === undefined)
		throw new InputError(`${where}: this region is not in the region tree of the release.`);
	const cells: Record<string, string> = {};
	for (const { name, codes } of domain.attributes) {
		const code = row.get(name) ?? '';
		if (code === '') continue;
		if (!codes.includes(code))
			throw new InputError(`${where}: the attribute ${name} has no such code; it has ${listed(codes)}.`);
		cells[name] = code;
	}
	const value = row.get(VALUE)!;
	if (!/^\d+(\.\d+)?$/.test(value))
		throw new InputError(`${where}: the column value holds a number of 0 or more, such as 1250; it does not.`);
	return { region, cells, value: Number(value), place: where };
}

function checkColumns(domain: Domain, columns: readonly string[], file: string): void {
	const allowed = [regionColumn(domain, columns), ...domain.attributes.map((a) => a.name), VALUE];
	// Which name it is instead is not told: somebody may have given a file of records.
	const wrong = columns.findIndex((column) => !allowed.includes(column));
	if (wrong >= 0)
		throw new InputError(`${file}, line 1: the name of column ${wrong + 1} is not one of ${listed(allowed)}.`);
	if (new Set(columns).size !== columns.length) throw new InputError(`${file}, line 1: one column is named twice.`);
	if (!columns.includes(VALUE)) throw new InputError(`${file}, line 1: the column value is missing.`);
}

/** "region", or the name that the specification gives to the region attribute. */
function regionColumn(domain: Domain, columns: readonly string[]): string {
	const own = domain.region?.name;
	return own !== undefined && columns.includes(own) ? own : REGION;
}

function records(text: string, file: string): { line: number; cells: string[] }[] {
	try {
		const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
		const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
		return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw new InputError(`${file}, line ${String(error['lines'] ?? 1)}: not a well-formed csv line; check its quotes.`);
	}
}

function listed(names: readonly string[]): string {
	return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
}
