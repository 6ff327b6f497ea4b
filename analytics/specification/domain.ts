import { cellCount, type Attribute, type Domain, type RegionAttribute, type Table } from '../contract/domain.ts';
import { UNKNOWN, type RegionTree } from '../contract/region-tree.ts';
import type { AttributeSpec, Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';

const MOST_CELLS = 50_000_000;
/** A table's id becomes the name of its file; most disks allow 255 bytes, extension included. */
const LONGEST_ID = 200;
/** Columns of the output files, beside the attributes. */
const RESERVED = ['table', 'estimate', 'se', 'noisy_count', 'value'];

/**
 * The public domain of a specification: attributes with their closed code lists, and tables.
 * @throws InputError naming `file`, the place and the rule.
 */
export function publicDomain(spec: Spec, tree: RegionTree | null, file: string): Domain {
	const fail = (place: string, rule: string): never => {
		throw new InputError(`${file}: ${place}: ${rule}.`);
	};
	const attributes: Attribute[] = [];
	let region: RegionAttribute | null = null;
	const taken = new Map<string, string>();
	for (const [name, rule] of Object.entries(spec.attributes)) {
		const place = `attributes.${name}`;
		const lower = name.toLowerCase();
		if (RESERVED.includes(lower) || (lower === 'region' && !('tree' in rule)))
			fail(place, 'this name is a column of the output files; choose another');
		const twin = taken.get(lower);
		if (twin !== undefined) fail(place, `its name differs from ${twin} in capitals only; choose another`);
		taken.set(lower, name);
		if ('tree' in rule) {
			if (region !== null || tree === null) return fail(place, 'a release has one region tree');
			region = {
				name,
				tree: rule.column === undefined ? tree : tree.withUnknown(),
				column: rule.column ?? null
			};
		} else attributes.push(codedAttribute(name, rule, (why) => fail(place, why)));
	}
	const domain: Domain = { region, attributes, tables: spec.tables.map((table, i) => tableOf(spec, region, i, fail)) };
	checkTables(domain, fail);
	checkIndicators(spec, domain, fail);
	return domain;
}

function codedAttribute(
	name: string,
	rule: Exclude<AttributeSpec, { tree: string }>,
	fail: (why: string) => never
): Attribute {
	if ('size' in rule)
		return { name, codes: Array.from({ length: rule.size }, (_, i) => String(i + 1)), rule: { kind: 'size' } };
	if ('codes' in rule) {
		if (new Set(rule.codes).size !== rule.codes.length) fail('a code is listed twice');
		if (rule.codes.includes(UNKNOWN)) fail('"unknown" is added by itself; leave it out of codes');
		return { name, codes: [...rule.codes, UNKNOWN], rule: { kind: 'codes', column: rule.column } };
	}
	if ('below' in rule)
		return { name, codes: ['yes', 'no', UNKNOWN], rule: { kind: 'below', column: rule.column, limit: rule.below } };
	const edges = rule.bins;
	if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) fail('bins must ascend');
	const labels = edges.map((edge, i) => (i + 1 < edges.length ? `${edge}-<${edges[i + 1]}` : `${edge}+`));
	return { name, codes: [...labels, UNKNOWN], rule: { kind: 'bins', column: rule.column, edges } };
}

type Fail = (place: string, rule: string) => never;

function tableOf(spec: Spec, region: RegionAttribute | null, index: number, fail: Fail): Table {
	const { level, by, target, weight } = spec.tables[index]!;
	const place = `tables[${index}]`;
	if (level !== undefined && region === null) fail(`${place}.level`, 'the specification has no region tree');
	if (level !== undefined && region !== null && !region.tree.levels.includes(level))
		fail(`${place}.level`, `${level} is not a level of the region tree (${region.tree.levels.join(', ')})`);
	by.forEach((name, i) => {
		if (name === region?.name) fail(`${place}.by[${i}]`, `${name} is the region tree; name a level instead`);
		if (!Object.hasOwn(spec.attributes, name))
			fail(`${place}.by[${i}]`, `${name} is not an attribute of this specification`);
		if (by.indexOf(name) !== i) fail(`${place}.by[${i}]`, `${name} is named twice`);
	});
	const id = [level ?? 'all', ...by].join('.');
	if (Buffer.byteLength(id) > LONGEST_ID)
		fail(place, `the names of its level and attributes together are longer than ${LONGEST_ID} characters`);
	return {
		id,
		level: level ?? null,
		by,
		target: target ?? null,
		weight: weight ?? 1
	};
}

function checkTables(domain: Domain, fail: Fail): void {
	const seen = new Map<string, number>();
	let cells = 0;
	domain.tables.forEach((table, i) => {
		const key = `${table.level} ${[...table.by].sort().join(' ')}`;
		const first = seen.get(key);
		if (first !== undefined) fail(`tables[${i}]`, `it is the same table as tables[${first}]`);
		seen.set(key, i);
		cells += cellCount(domain, table);
		if (!(cells <= MOST_CELLS)) fail(`tables[${i}]`, `the tables up to here have more than ${MOST_CELLS} cells`);
	});
}

function checkIndicators(spec: Spec, domain: Domain, fail: Fail): void {
	spec.indicators?.forEach((indicator, i) => {
		const place = `indicators[${i}]`;
		const attribute =
			domain.attributes.find((a) => a.name === indicator.attribute) ??
			fail(`${place}.attribute`, `${indicator.attribute} is not a coded attribute of this specification`);
		for (const key of ['is', 'of'] as const)
			for (const code of indicator[key] ?? [])
				if (!attribute.codes.includes(code)) fail(`${place}.${key}`, `${code} is not a code of ${attribute.name}`);
		for (const group of indicator.groups ?? [])
			if (!domain.tables.some((t) => t.by.includes(group) && t.by.includes(attribute.name)))
				fail(`${place}.groups`, `no table has both ${attribute.name} and ${group}`);
		if (!domain.tables.some((t) => t.by.includes(attribute.name))) fail(place, `no table has ${attribute.name}`);
	});
}
