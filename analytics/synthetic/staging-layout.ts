/** Rows that are handed over at a time. */
export const BATCH = 2048;

/**
 * The layout of what the simulation hands over: whole numbers only; dates as YYYYMMDD, months as YYYYMM, 0 for none, amounts in
 * euros. `until` is OPEN while a spell lasts.
 */
export const SPELLS = {
	person: ['person', 'sex', 'birth', 'foreign_parents', 'registered'],
	household_spell: [
		'person',
		'household',
		'since',
		'until',
		'type',
		'place',
		'reference',
		'size',
		'children',
		'others',
		'youngest',
		'oldest'
	],
	address_spell: ['person', 'address', 'since', 'until'],
	address: ['address', 'buurt'],
	/** Socio-economic position, in the codes of SECM. */
	position_spell: ['person', 'since', 'until', 'code'],
	/** Reason: 0 lasting, 1 divorce, 2 death. */
	partner_spell: ['person', 'partner', 'since', 'until', 'registered', 'reason'],
	/** Father is -1 when unknown. */
	parents: ['child', 'mother', 'father', 'birth'],
	death: ['person', 'date'],
	/** Social assistance to the self-employed, beside their own income. */
	business_aid_spell: ['person', 'since', 'until'],
	default_spell: ['person', 'since', 'until'],
	wsnp_spell: ['person', 'since', 'until']
} as const;

/** One table a year, of 31 December. */
export const STATES = {
	/** Percentages below 0 are codes of why there is none. */
	income: [
		'earner',
		'size',
		'low',
		'low4',
		'minimum',
		'minimum4',
		'source',
		'tenure',
		'disposable',
		'standard',
		'gross',
		'primary_income',
		'financial',
		'home',
		'mortgage',
		'other_debts',
		'housing_costs'
	],
	/** `debt` packs the flags of four quarters: own and household, twelve and ten criteria (see debts.ts). */
	member: [
		'person',
		'earner',
		'household',
		'since',
		'debt',
		'gross',
		'primary_income',
		'source',
		'position',
		'benefits',
		'care_allowance',
		'rent_allowance',
		'child_budget',
		'birth'
	]
} as const;

type SpellTable = keyof typeof SPELLS;
type StateTable = keyof typeof STATES;
export type StateWriters = Record<StateTable, ColumnWriter>;

export interface Staging extends Record<SpellTable, ColumnWriter> {
	readonly years: ReadonlyMap<number, StateWriters>;
	close(): void;
}

export const OPEN = 99991231;

/** Takes the first `rows` of each column. */
export interface RowSink {
	add(columns: readonly Int32Array[], rows: number): void;
	close(): void;
}

/** Gathers rows of whole numbers by columns, and hands them over a batch at a time. */
export class ColumnWriter {
	readonly #sink: RowSink;
	readonly #columns: Int32Array[];
	#rows = 0;

	constructor(sink: RowSink, columns: number) {
		this.#sink = sink;
		this.#columns = Array.from({ length: columns }, () => new Int32Array(BATCH));
	}

	row(...values: number[]): void {
		for (let c = 0; c < values.length; c++) this.#columns[c]![this.#rows] = values[c]!;
		if (++this.#rows === BATCH) this.#flush();
	}

	#flush(): void {
		if (this.#rows > 0) this.#sink.add(this.#columns, this.#rows);
		this.#rows = 0;
	}

	close(): void {
		this.#flush();
		this.#sink.close();
	}
}

/** The staging tables and their columns; the states of `first` to `last` as <table>_<year>. */
export function stagedTables(first: number, last: number): Map<string, readonly string[]> {
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	const states = years.flatMap((year) =>
		Object.entries(STATES).map(([table, columns]) => [stateTable(table, year), columns] as const)
	);
	return new Map<string, readonly string[]>([...Object.entries(SPELLS), ...states]);
}

/** Columns of a staging table. */
export function stagedColumns(table: string): readonly string[] {
	return table in SPELLS ? SPELLS[table as SpellTable] : STATES[table.replace(/_\d+$/, '') as StateTable];
}

function stateTable(table: string, year: number): string {
	return `${table}_${year}`;
}

/** Writers of the staging tables of `first` to `last`, each into a sink of its own. */
export function stagingInto(
	sinks: (table: string, columns: readonly string[]) => RowSink,
	first: number,
	last: number
): Staging {
	const writers = new Map<string, ColumnWriter>();
	for (const [table, columns] of stagedTables(first, last))
		writers.set(table, new ColumnWriter(sinks(table, columns), columns.length));
	const of = (tables: object, name = (table: string) => table): object =>
		Object.fromEntries(Object.keys(tables).map((table) => [table, writers.get(name(table))!]));
	const years = new Map<number, StateWriters>();
	for (let year = first; year <= last; year++)
		years.set(year, of(STATES, (table) => stateTable(table, year)) as StateWriters);
	return {
		...(of(SPELLS) as Record<SpellTable, ColumnWriter>),
		years,
		close() {
			for (const writer of writers.values()) writer.close();
		}
	};
}
