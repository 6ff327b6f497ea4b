import { parse } from 'csv-parse/sync';
import type { Attribute, CodingRule, Domain, RegionAttribute } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import type { AttributeSpec, Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { ATTRIBUTES_HEADER, REGIONS_HEADER } from './content.ts';

/**
 * The public domain of a bundle from its own files, without the region tree that the specification was made with.
 * @throws InputError naming file and rule.
 */
export function bundleDomain(spec: Spec, attributesText: string, regionsText: string): Domain {
	const codes = readCodes(attributesText);
	const attributes: Attribute[] = [];
	let region: RegionAttribute | null = null;
	for (const [name, rule] of Object.entries(spec.attributes)) {
		if ('tree' in rule) region = { name, tree: readTree(regionsText), column: rule.column ?? null };
		else
			attributes.push({
				name,
				codes: codes.get(name) ?? refuse('attributes.csv', `attribute ${name} is missing`),
				rule: codingRule(rule)
			});
	}
	if (codes.size !== attributes.length)
		refuse('attributes.csv', 'it lists an attribute that is not in the specification');
	if (region === null && readRows('regions.csv', regionsText, REGIONS_HEADER).length > 0)
		refuse('regions.csv', 'the specification has no regions');
	const tables = spec.tables.map(({ level, by, target, weight }, i) => {
		for (const name of by)
			if (!codes.has(name)) refuse('manifest.json', `spec.tables[${i}].by: ${name} is not an attribute`);
		if (level !== undefined && region?.tree.levels.includes(level) !== true)
			refuse('manifest.json', `spec.tables[${i}].level: ${level} is not a level of the regions`);
		return {
			id: [level ?? 'all', ...by].join('.'),
			level: level ?? null,
			by,
			target: target ?? null,
			weight: weight ?? 1
		};
	});
	if (new Set(tables.map(({ id }) => id)).size !== tables.length)
		refuse('manifest.json', 'spec.tables: a table is there twice');
	return { region, attributes, tables };
}

function refuse(file: string, rule: string): never {
	throw new InputError(`${file}: ${rule}.`);
}

function codingRule(rule: Exclude<AttributeSpec, { tree: string }>): CodingRule {
	if ('size' in rule) return { kind: 'size' };
	if ('codes' in rule) return { kind: 'codes', column: rule.column };
	if ('below' in rule) return { kind: 'below', column: rule.column, limit: rule.below };
	return { kind: 'bins', column: rule.column, edges: rule.bins };
}

function readCodes(text: string): Map<string, string[]> {
	const codes = new Map<string, string[]>();
	for (const [attribute = '', position, code = ''] of readRows('attributes.csv', text, ATTRIBUTES_HEADER)) {
		const list = codes.get(attribute) ?? [];
		if (position !== String(list.length))
			refuse('attributes.csv', `the positions of ${attribute} do not count up from 0`);
		list.push(code);
		codes.set(attribute, list);
	}
	for (const [attribute, list] of codes)
		if (new Set(list).size !== list.length) refuse('attributes.csv', `a code of ${attribute} is there twice`);
	return codes;
}

function readTree(text: string): RegionTree {
	const rows = readRows('regions.csv', text, REGIONS_HEADER);
	try {
		return new RegionTree(
			rows.map(([code = '', parent = '', name = '', level = '']) => ({
				code,
				parent: parent === '' ? null : parent,
				name,
				level
			}))
		);
	} catch (error) {
		throw new InputError(`regions.csv: ${(error as Error).message}.`, { cause: error });
	}
}

function readRows(file: string, text: string, header: readonly string[]): string[][] {
	let rows: string[][];
	try {
		rows = parse(text, { columns: false, relax_column_count: false });
	} catch (error) {
		throw new InputError(`${file} is not a valid csv file: every row needs ${header.length} fields.`, { cause: error });
	}
	const [first, ...rest] = rows;
	if (first?.join(',') !== header.join(',')) refuse(file, `its header must be ${header.join(',')}`);
	return rest;
}
