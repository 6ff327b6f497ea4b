import {
	baseOf,
	cellCount,
	tableId,
	type Attribute,
	type Domain,
	type Series,
	type Table
} from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

const MOST_CELLS = 50_000_000;
/** A table's id becomes the name of its file; most disks allow 255 bytes, extension included. */
const LONGEST_ID = 200;

/** The tables of a specification, each checked against the rest of the domain. */
export function tablesOf(spec: Spec, domain: Omit<Domain, 'tables'>, fail: Fail): Table[] {
	const tables = spec.tables.map((_, index) => tableOf(spec, domain, index, fail));
	checkDoubles(tables, fail);
	checkSums(tables, fail);
	checkCells({ ...domain, tables }, fail);
	return tables;
}

function tableOf(spec: Spec, domain: Omit<Domain, 'tables'>, index: number, fail: Fail): Table {
	const { level, by, sum, target, weight } = spec.tables[index]!;
	const { region, series, amounts } = domain;
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
	checkOneOfChain(domain.attributes, by, place, fail);
	if (series !== undefined) checkSeries(series, by, place, fail);
	if (sum !== undefined) {
		if (amounts?.some(({ name }) => name === sum) !== true)
			fail(`${place}.sum`, `${sum} is not an amount of this specification`);
		if (series !== undefined) fail(`${place}.sum`, 'sums are not measured over a series of periods; leave sum out');
	}
	const id = tableId(level ?? null, by, sum);
	if (Buffer.byteLength(id) > LONGEST_ID)
		fail(place, `the names of its level and attributes together are longer than ${LONGEST_ID} characters`);
	return {
		id,
		level: level ?? null,
		by,
		...(sum === undefined ? {} : { sum }),
		target: target ?? null,
		weight: weight ?? 1
	};
}

/** An attribute and groups of it cut the units along one line: in one table the finer of them says it all. */
function checkOneOfChain(attributes: readonly Attribute[], by: readonly string[], place: string, fail: Fail): void {
	const first = new Map<string, string>();
	by.forEach((name, i) => {
		const { base } = baseOf(
			attributes,
			attributes.find((attribute) => attribute.name === name)!
		);
		const other = first.get(base.name);
		if (other !== undefined)
			fail(`${place}.by[${i}]`, `${other} and ${name} are groups of the same codes; name one of them in a table`);
		first.set(base.name, name);
	});
}

function checkSeries({ attribute }: Series, by: readonly string[], place: string, fail: Fail): void {
	if (by.at(-1) !== attribute) fail(`${place}.by`, `every table ends with the periods of the series, ${attribute}`);
}

function checkDoubles(tables: readonly Table[], fail: Fail): void {
	const seen = new Map<string, number>();
	tables.forEach((table, i) => {
		const key = `${cellsOf(table)} ${table.sum ?? ''}`;
		const first = seen.get(key);
		if (first !== undefined) fail(`tables[${i}]`, `it is the same table as tables[${first}]`);
		seen.set(key, i);
		// A level may be called "all", as a table without a level is.
		const namesake = tables.findIndex(({ id }) => id === table.id);
		if (namesake < i)
			fail(`tables[${i}]`, `it has the same name, ${table.id}, as tables[${namesake}]; give its level another name`);
	});
}

/** A sum is of differences from the middle of the amount's bounds: without the count, nobody can tell the sum itself. */
function checkSums(tables: readonly Table[], fail: Fail): void {
	const counted = new Set(tables.filter(({ sum }) => sum === undefined).map(cellsOf));
	tables.forEach((table, i) => {
		if (table.sum !== undefined && !counted.has(cellsOf(table)))
			fail(
				`tables[${i}].sum`,
				'a sum is told from its count; add the table with the same level and attributes and without sum'
			);
	});
}

function cellsOf({ level, by }: Table): string {
	return `${level} ${[...by].sort().join(' ')}`;
}

function checkCells(domain: Domain, fail: Fail): void {
	let cells = 0;
	domain.tables.forEach((table, i) => {
		cells += cellCount(domain, table);
		if (!(cells <= MOST_CELLS))
			fail(
				`tables[${i}]`,
				`the tables up to here have ${cells.toExponential(1)} cells, and a release has at most ${MOST_CELLS}; choose a coarser level or fewer attributes`
			);
	});
}
