/** One value of a JSON-stat dataset, with the codes that it stands at. */
export interface Observation {
	readonly at: Readonly<Record<string, string>>;
	readonly value: number | null;
	readonly status: string | null;
}

/**
 * Reads a JSON-stat 2.0 dataset as its standard says (json-stat.org/full), and stops at anything that the standard does not allow.
 * @throws Error naming the member that is wrong
 */
export function readJsonStat(text: string): Observation[] {
	const data = record(JSON.parse(text), 'dataset');
	if (data.version !== '2.0') fail('version');
	if (data.class !== 'dataset') fail('class');
	for (const name of ['label', 'source']) if (typeof data[name] !== 'string') fail(name);
	if (data.updated !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(data.updated))) fail('updated');
	const ids = texts(data.id, 'id');
	const sizes = list(data.size, 'size').map((size) => natural(size, 'size'));
	if (ids.length !== sizes.length || new Set(ids).size !== ids.length) fail('id and size');
	const dimension = record(data.dimension, 'dimension');
	if (Object.keys(dimension).sort().join() !== [...ids].sort().join()) fail('dimension');
	const codes = ids.map((id, d) => categories(dimension[id], id, sizes[d]!));
	roles(data.role, ids);
	const cells = sizes.reduce((product, size) => product * size, 1);
	const values = cellsOf(data.value, cells, 'value', (value) => value === null || typeof value === 'number');
	const status = cellsOf(data.status ?? {}, cells, 'status', (value) => typeof value === 'string');
	for (const index of status.keys()) if (!values.has(index)) fail('status');
	return [...values].map(([index, value]) => ({
		at: codesAt(index, ids, sizes, codes),
		value: value as number | null,
		status: (status.get(index) as string | undefined) ?? null
	}));
}

function categories(dimension: unknown, id: string, size: number): string[] {
	const { label, category } = record(dimension, `dimension ${id}`);
	if (typeof label !== 'string' || label === '') fail(`label of ${id}`);
	const { index, label: labels, unit } = record(category, `category of ${id}`);
	const codes = texts(index, `index of ${id}`);
	if (codes.length !== size || new Set(codes).size !== size) fail(`index of ${id}`);
	const names = record(labels, `labels of ${id}`);
	for (const code of codes) if (typeof names[code] !== 'string') fail(`label of ${code} in ${id}`);
	if (Object.keys(names).length !== size) fail(`labels of ${id}`);
	for (const [code, one] of Object.entries(unit === undefined ? {} : record(unit, `unit of ${id}`))) {
		const { label: name, decimals } = record(one, `unit of ${code}`);
		if (!codes.includes(code) || typeof name !== 'string' || natural(decimals, `decimals of ${code}`) < 0) fail('unit');
	}
	return codes;
}

function roles(role: unknown, ids: readonly string[]): void {
	const named = Object.entries(role === undefined ? {} : record(role, 'role')).map(([name, of]) => {
		if (!['time', 'geo', 'metric'].includes(name)) fail(`role ${name}`);
		return texts(of, `role ${name}`);
	});
	const all = named.flat();
	if (all.some((id) => !ids.includes(id)) || new Set(all).size !== all.length) fail('role');
}

/** Cells by index: a list has all of them, an object those that it names. */
function cellsOf(
	cells: unknown,
	count: number,
	name: string,
	isAllowed: (value: unknown) => boolean
): Map<number, unknown> {
	const entries = Array.isArray(cells)
		? [...(cells as unknown[]).entries()]
		: Object.entries(record(cells, name)).map(([key, value]) => [natural(Number(key), name), value] as const);
	if (Array.isArray(cells) && cells.length !== count) fail(`length of ${name}`);
	for (const [index, value] of entries) if (index >= count || !isAllowed(value)) fail(name);
	return new Map(entries);
}

function codesAt(index: number, ids: readonly string[], sizes: readonly number[], codes: readonly string[][]) {
	const at: Record<string, string> = {};
	let rest = index;
	for (let d = ids.length - 1; d >= 0; d--) {
		at[ids[d]!] = codes[d]![rest % sizes[d]!]!;
		rest = Math.floor(rest / sizes[d]!);
	}
	return at;
}

function record(value: unknown, name: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(name);
	return value as Record<string, unknown>;
}

function list(value: unknown, name: string): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : fail(name);
}

function texts(value: unknown, name: string): string[] {
	return list(value, name).map((one) => (typeof one === 'string' ? one : fail(name)));
}

function natural(value: unknown, name: string): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fail(name);
}

function fail(name: string): never {
	throw new Error(`not JSON-stat 2.0: ${name}`);
}
