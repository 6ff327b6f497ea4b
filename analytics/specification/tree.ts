import { basename, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { RegionTree, UNKNOWN, type Region } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { dutchTree } from '../regions/nederland.ts';
import { readText } from './read-text.ts';

const SAFE = /^[\p{L}\p{N}][\p{L}\p{N} ._'()/-]{0,127}$/u;
/** Without what steers a screen or a printer, such as the signs that turn the direction of writing. */
const READABLE = /^[^\p{C}\u2028\u2029]{1,128}$/u;

/**
 * A region tree by name: `cbs:2024` is the Dutch one on that year's classification, and `cbs:2024-gemeente` the same down to
 * that level, for rows that know no lower region; anything else is the path of a csv file with columns code, parent, name,
 * level (root without parent), counted from `folder`.
 */
export async function loadTree(name: string, folder: string): Promise<RegionTree> {
	const dutch = /^cbs:(\d{4})(?:-(\w+))?$/.exec(name);
	if (dutch !== null) return dutchTree(Number(dutch[1]), dutch[2]);
	const path = resolve(folder, name);
	return parseTree(await readText(path, 'region tree'), basename(path));
}

/** @throws InputError naming file, line and rule. */
export function parseTree(text: string, file: string): RegionTree {
	let rows: Record<string, string>[];
	try {
		rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
	} catch (error) {
		throw new InputError(`${file} is not a valid csv file: every row needs as many fields as the header.`, {
			cause: error
		});
	}
	for (const column of ['code', 'parent', 'name', 'level'])
		if (rows[0] === undefined || !(column in rows[0]))
			throw new InputError(`${file} has no column ${column}; a region tree has code, parent, name and level.`);
	const regions = rows.map((row, index): Region => {
		const { code = '', parent = '', name = '', level = '' } = row;
		const place = `${file}, line ${index + 2}`;
		if (!SAFE.test(code) || code === UNKNOWN)
			throw new InputError(`${place}: code must be a plain text, not empty and not "unknown".`);
		if (!/^[A-Za-z0-9_-]{1,32}$/.test(level))
			throw new InputError(`${place}: level must be a short word of letters, digits, hyphens and underscores.`);
		if (name !== '' && !READABLE.test(name))
			throw new InputError(`${place}: name must be a text of at most 128 characters that can be read.`);
		return { code, parent: parent === '' ? null : parent, name: name === '' ? code : name, level };
	});
	try {
		return new RegionTree(regions);
	} catch (error) {
		throw new InputError(`${file}: ${(error as Error).message}.`, { cause: error });
	}
}
