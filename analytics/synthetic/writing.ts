import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { buurtCodes } from './buurten.ts';
import { dirty } from './dirty.ts';
import { databaseOf } from './staging.ts';
import { stagedTables } from './staging-layout.ts';
import type { CbsFile } from './tables/sql.ts';
import { allFiles } from './tables/tables.ts';
import { writeFileOf, type Format } from './write-files.ts';
import { writeParquet, type Rooms } from './write-parquet.ts';

/** What is written from the staging files of the parts, and where. */
export interface Writing {
	/** Folders of staging files. */
	readonly parts: readonly string[];
	readonly years: readonly [number, number];
	/** Names of the CBS tables. */
	readonly tables: readonly string[];
	readonly dirty: boolean;
	readonly formats: readonly Format[];
	/** Folders of the files, and of what does not fit in memory. */
	readonly out: string;
	readonly scratch: string;
}

/** How threads share the files: counts in memory that all of them see. */
export interface Taking {
	readonly threads: number;
	/** How many threads have their part ready, and how many files are taken. */
	readonly counts: Int32Array<SharedArrayBuffer>;
}
const READY = 0;
const TAKEN = 1;

export function taking(threads: number): Taking {
	return { threads, counts: new Int32Array(new SharedArrayBuffer(8)) };
}

/** Says that this thread's part is ready, and holds the thread until all are. */
export function awaitOthers({ threads, counts }: Taking): void {
	Atomics.add(counts, READY, 1);
	Atomics.notify(counts, READY);
	for (let ready = Atomics.load(counts, READY); ready < threads; ready = Atomics.load(counts, READY))
		Atomics.wait(counts, READY, ready);
}

/**
 * Writes files that no other thread has taken, until there are none. A file is written whole by one thread, so that its rows are in
 * the order of the simulation.
 */
export async function writeFiles(
	writing: Writing,
	{ counts }: Taking,
	progress: (share: number) => void
): Promise<void> {
	const { parts, formats, out } = writing;
	const engine = byQuery(writing) ? await openEngine(writing) : null;
	const rooms: Rooms = [];
	try {
		const files = filesOf(writing);
		for (;;) {
			const taken = Atomics.add(counts, TAKEN, 1);
			if (taken >= files.length) break;
			const file = files[taken]!;
			for (const format of formats)
				if (isQuick(file, format)) writeParquet(parts, file.sources, join(out, `${file.name}.parquet`), rooms);
				else await writeFileOf(engine!.connection, file, format, out);
			progress((taken + 1) / files.length);
		}
		progress(1);
	} finally {
		engine?.close();
	}
}

/** Whether any of the files is written by a query, which asks for a database of the staging tables. */
export function byQuery(writing: Omit<Writing, 'parts'>): boolean {
	return filesOf(writing).some((file) => writing.formats.some((format) => !isQuick(file, format)));
}

function isQuick(file: CbsFile, format: Format): file is CbsFile & Required<Pick<CbsFile, 'sources'>> {
	return format === 'parquet' && file.sources !== undefined;
}

function filesOf({ years, tables, dirty: smudged }: Omit<Writing, 'parts'>): CbsFile[] {
	const clean = allFiles(...years).filter(({ table }) => tables.includes(table));
	return smudged ? dirty(clean) : clean;
}

interface OpenEngine {
	readonly connection: DuckDBConnection;
	close(): void;
}

/** The tables of all parts as one, and the codes of buurten. */
async function openEngine({ parts, years, scratch }: Writing): Promise<OpenEngine> {
	// One thread of the engine: there is one of ours on each core.
	const settings = { temp_directory: scratch, memory_limit: '1GB', threads: '1' };
	const instance = await DuckDBInstance.create(':memory:', settings);
	const connection = await instance.connect();
	for (const [i, folder] of parts.entries())
		await connection.run(`attach '${databaseOf(folder).replaceAll("'", "''")}' as part${i} (read_only)`);
	for (const table of stagedTables(...years).keys())
		await connection.run(
			`create view ${table} as ${parts.map((_, i) => `select * from part${i}.${table}`).join(' union all ')}`
		);
	await addBuurten(connection);
	const close = (): void => {
		connection.closeSync();
		instance.closeSync();
	};
	return { connection, close };
}

/** The codes of buurten by their numbers. */
export async function addBuurten(connection: DuckDBConnection): Promise<void> {
	await connection.run('create table buurt (buurt integer, code varchar)');
	const appender = await connection.createAppender('buurt');
	for (const [buurt, code] of buurtCodes().entries()) {
		appender.appendInteger(buurt);
		appender.appendVarchar(code);
		appender.endRow();
	}
	appender.closeSync();
}
