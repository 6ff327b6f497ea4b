import { sql, type RawBuilder } from 'kysely';
import { named } from '../../engine/named.ts';
import type { Engine } from '../../engine/engine.ts';
import { columnIndex, type DataFile } from '../data-file.ts';
import type { CbsTable } from '../tables/table.ts';
import { typedRows } from './typed-rows.ts';

/** A file that serves a period, opened. */
export interface OpenFile {
	/** Year of the file, which of a cumulative table may be a later one. */
	readonly year: number;
	readonly file: DataFile;
}

/** The opened files of one period, and what rules make of them. */
export class CheckData {
	readonly engine: Engine;
	readonly year: number;
	/** 31 December of the period, as YYYYMMDD. */
	readonly date: string;
	readonly files: ReadonlyMap<CbsTable, OpenFile>;
	/** The year before, when it is checked too. */
	readonly before: CheckData | null;
	readonly #made = new Map<string, Promise<RawBuilder<unknown>>>();

	constructor(engine: Engine, year: number, files: ReadonlyMap<CbsTable, OpenFile>, before: CheckData | null) {
		this.engine = engine;
		this.year = year;
		this.date = `${year}1231`;
		this.files = files;
		this.before = before;
	}

	file(table: CbsTable): OpenFile {
		const found = this.files.get(table);
		if (found === undefined) throw new RangeError(`no file of ${table.name} was opened`);
		return found;
	}

	has(table: CbsTable, column: string): boolean {
		return columnIndex(this.file(table).file, column) >= 0;
	}

	/** A column that is found by its name, as the header spells it. */
	spelled(table: CbsTable, column: string): string {
		const { file } = this.file(table);
		return file.columns[columnIndex(file, column)]!.name;
	}

	/** Names in the header that a table finds by a pattern. */
	yearColumns(table: CbsTable): string[] {
		const names = this.file(table).file.columns.map((column) => column.name);
		return names.filter((name) => table.yearColumns?.test(name) ?? false);
	}

	/** Every row of the file with the columns of `typedRows`. */
	rows(table: CbsTable): RawBuilder<unknown> {
		return typedRows(this.engine, this.file(table).file, table);
	}

	/** A relation that is made once and read by several rules. */
	made(name: string, make: () => Promise<RawBuilder<unknown>>): Promise<RawBuilder<unknown>> {
		const known = this.#made.get(name);
		if (known !== undefined) return known;
		const relation = this.#make(`${name}_${this.year}`, make);
		this.#made.set(name, relation);
		return relation;
	}

	async #make(name: string, make: () => Promise<RawBuilder<unknown>>): Promise<RawBuilder<unknown>> {
		await sql`create temporary table ${named(name)} as ${await make()}`.execute(this.engine.db);
		return named(name);
	}

	/** Gives back the memory of what was made. */
	async release(): Promise<void> {
		for (const relation of this.#made.values()) {
			const made = await relation.catch(() => null);
			if (made !== null) await sql`drop table ${made}`.execute(this.engine.db);
		}
		this.#made.clear();
	}
}
