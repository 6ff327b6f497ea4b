import { parse } from 'csv-parse/sync';
import {
	tableId,
	type Attribute,
	type CodingRule,
	type Domain,
	type RegionAttribute,
	type Series,
	type Table
} from '../contract/domain.ts';
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
	checkGroups(attributes);
	const amounts = Object.entries(spec.amounts ?? {}).map(([name, amount]) => ({ name, ...amount }));
	const series = seriesOf(spec);
	const axes = {
		region,
		attributes,
		...(amounts.length === 0 ? {} : { amounts }),
		...(series === undefined ? {} : { series })
	};
	return { ...axes, tables: tablesOf(spec, axes) };
}

/** What the planned tables must have for every cell to be found again; the rest was the specification's own to check. */
function tablesOf(spec: Spec, { region, attributes, amounts, series }: Omit<Domain, 'tables'>): Table[] {
	const tables = spec.tables.map(({ level, by, sum, target, weight }, i): Table => {
		const place = `spec.tables[${i}]`;
		for (const name of by)
			if (!attributes.some((attribute) => attribute.name === name))
				refuse('manifest.json', `${place}.by: ${name} is not an attribute`);
		if (level !== undefined && region?.tree.levels.includes(level) !== true)
			refuse('manifest.json', `${place}.level: ${level} is not a level of the regions`);
		if (sum !== undefined && amounts?.some(({ name }) => name === sum) !== true)
			refuse('manifest.json', `${place}.sum: ${sum} is not an amount`);
		if (series !== undefined && by.at(-1) !== series.attribute)
			refuse('manifest.json', `${place}.by: it does not end with the periods of the series`);
		return {
			id: tableId(level ?? null, by, sum),
			level: level ?? null,
			by,
			...(sum === undefined ? {} : { sum }),
			target: target ?? null,
			weight: weight ?? 1
		};
	});
	const ids = new Set(tables.map(({ id }) => id));
	if (ids.size !== tables.length) refuse('manifest.json', 'spec.tables: a table is there twice');
	return tables;
}

function seriesOf(spec: Spec): Series | undefined {
	for (const [name, rule] of Object.entries(spec.attributes))
		if ('series' in rule && rule.series !== undefined) return { attribute: name, spells: rule.series.spells };
	return undefined;
}

function checkGroups(attributes: readonly Attribute[]): void {
	for (const { name, codes, rule } of attributes) {
		if (rule.kind !== 'groups') continue;
		const base = attributes.find((attribute) => attribute.name === rule.of);
		if (base === undefined) refuse('manifest.json', `spec.attributes.${name}.of: ${rule.of} is not an attribute`);
		if (codes.length * rule.every !== base.codes.length)
			refuse('attributes.csv', `${name} does not have one code for every ${rule.every} codes of ${rule.of}`);
	}
}

function refuse(file: string, rule: string): never {
	throw new InputError(`${file}: ${rule}.`);
}

function codingRule(rule: Exclude<AttributeSpec, { tree: string }>): CodingRule {
	if ('size' in rule) return { kind: 'size' };
	if ('of' in rule) return { kind: 'groups', of: rule.of, every: rule.every };
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
