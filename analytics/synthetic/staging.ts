import { DuckDBDataChunk, INTEGER, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';

const ROWS = 2048;

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
		'child_budget'
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

/** Appends rows of whole numbers to a DuckDB table, a chunk at a time and without a value object per cell. */
export class ColumnWriter {
	readonly #appender: DuckDBAppender;
	readonly #columns: Int32Array[];
	#rows = 0;

	constructor(appender: DuckDBAppender, columns: number) {
		this.#appender = appender;
		this.#columns = Array.from({ length: columns }, () => new Int32Array(ROWS));
	}

	row(...values: number[]): void {
		for (let c = 0; c < values.length; c++) this.#columns[c]![this.#rows] = values[c]!;
		if (++this.#rows === ROWS) this.flush();
	}

	flush(): void {
		if (this.#rows === 0) return;
		const chunk = DuckDBDataChunk.create(
			this.#columns.map(() => INTEGER),
			this.#rows
		);
		for (const [c, values] of this.#columns.entries()) {
			const vector = chunk.getColumnVector(c) as unknown as { items: Int32Array; flush(): void };
			vector.items.set(values.subarray(0, this.#rows));
			vector.flush();
		}
		this.#appender.appendDataChunk(chunk);
		this.#rows = 0;
	}

	close(): void {
		this.flush();
		this.#appender.closeSync();
	}
}

/** Names of all staging tables. */
export function stagedTables(first: number, last: number): string[] {
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	return [...Object.keys(SPELLS), ...years.flatMap((year) => Object.keys(STATES).map((table) => `${table}_${year}`))];
}

/** Makes the staging tables, the states of `first` to `last` as <table>_<year>. */
export async function openStaging(connection: DuckDBConnection, first: number, last: number): Promise<Staging> {
	const opened: ColumnWriter[] = [];
	const open = async (table: string, columns: readonly string[]): Promise<ColumnWriter> => {
		await connection.run(`create table ${table} (${columns.map((column) => `${column} integer not null`).join(', ')})`);
		const writer = new ColumnWriter(await connection.createAppender(table), columns.length);
		opened.push(writer);
		return writer;
	};
	const spells: Partial<Record<SpellTable, ColumnWriter>> = {};
	for (const [table, columns] of Object.entries(SPELLS)) spells[table as SpellTable] = await open(table, columns);
	const years = new Map<number, StateWriters>();
	for (let year = first; year <= last; year++)
		years.set(year, {
			income: await open(`income_${year}`, STATES.income),
			member: await open(`member_${year}`, STATES.member)
		});
	return {
		...(spells as Record<SpellTable, ColumnWriter>),
		years,
		close() {
			for (const writer of opened) writer.close();
		}
	};
}
