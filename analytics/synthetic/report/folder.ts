import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { named } from './names.ts';
import { openEngine, type Engine } from '../../engine/engine.ts';
import { InputError } from '../../errors.ts';
import { columnIndex, openDataFile, type DataFile } from '../../microdata/data-file.ts';
import { loaded } from '../../microdata/load.ts';
import { fileRows, type RowQuery } from '../../microdata/rows.ts';
import { findTableFiles, type TableFile } from '../../microdata/tables/registry.ts';
import { MARKER } from '../marker.ts';

/** A table, year or column that a comparison needs and the folder does not hold. */
export class Absent extends Error {}

/** A folder of invented tables, opened for queries; the relations that comparisons share are made once. */
export class Folder {
	readonly #engine: Engine;
	readonly #files: readonly TableFile[];
	readonly #opened = new Map<string, Promise<DataFile>>();
	readonly #made = new Map<string, Promise<void>>();

	constructor(engine: Engine, files: readonly TableFile[]) {
		this.#engine = engine;
		this.#files = files;
	}

	/** Years that the folder has files of a table for, ascending. */
	years(table: string): number[] {
		const own = this.#files.filter((file) => file.table.name === table);
		return [...new Set(own.map((file) => file.year))].sort((a, b) => a - b);
	}

	/** @throws Absent */
	async file(table: string, year: number): Promise<DataFile> {
		// Of month files the latest.
		const found = this.#files
			.filter((file) => file.table.name === table && file.year === year)
			.sort((a, b) => (a.month ?? 0) - (b.month ?? 0))
			.at(-1);
		if (found === undefined) throw new Absent(`${table} ${year}`);
		const opened = this.#opened.get(found.path) ?? openDataFile(found.path);
		this.#opened.set(found.path, opened);
		return opened;
	}

	/** The rows of a table's file, the wanted columns as text. @throws Absent */
	async rows(table: string, year: number, columns: readonly string[]): Promise<RowQuery> {
		const file = await this.file(table, year);
		const lacking = columns.find((column) => columnIndex(file, column) < 0);
		if (lacking !== undefined) throw new Absent(`${table} ${year}: ${lacking}`);
		const data = await loaded(this.#engine, file, columns);
		return fileRows(this.#engine, data, new Map(columns.map((column) => [column, column])));
	}

	/** Makes a relation from a query, the first time that its name is asked for. */
	relation(name: string, query: () => Promise<RawBuilder<unknown>>): Promise<void> {
		const making = this.#made.get(name) ?? this.#make(name, query);
		this.#made.set(name, making);
		return making;
	}

	async #make(name: string, query: () => Promise<RawBuilder<unknown>>): Promise<void> {
		await sql`create table ${named(name)} as ${await query()}`.execute(this.#engine.db);
	}

	async select<Row>(query: RawBuilder<Row>): Promise<Row[]> {
		const { rows } = await query.execute(this.#engine.db);
		return rows.map((row) => numbers(row as Record<string, unknown>) as Row);
	}

	async one<Row>(query: RawBuilder<Row>): Promise<Row> {
		return (await this.select(query))[0]!;
	}

	close(): Promise<void> {
		return this.#engine.close();
	}
}

/** Counts come as big integers. */
function numbers(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(row).map(([key, v]) => [key, typeof v === 'bigint' ? Number(v) : v]));
}

/**
 * Opens a folder that `synthesize` wrote. Reports give exact numbers, so a folder without its marker is refused.
 * @throws InputError
 */
export async function openFolder(dir: string): Promise<Folder> {
	if (!existsSync(join(dir, MARKER)))
		throw new InputError(
			`${basename(dir)}: the file ${MARKER} is missing. The report prints exact numbers, so it reads only folders that synthesize wrote.`
		);
	const files = findTableFiles(dir);
	if (!files.some((file) => file.table.name === 'GBAHUISHOUDENSBUS'))
		throw new InputError(`${basename(dir)}: there is no file of GBAHUISHOUDENSBUS. Run synthesize again.`);
	return new Folder(await openEngine({ readable: [dir] }), files);
}
