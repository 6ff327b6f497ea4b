import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { inventBuurten } from './buurten.ts';
import { dirty } from './dirty.ts';
import { stagedTables } from './staging.ts';
import type { CbsFile } from './tables/sql.ts';
import { allFiles } from './tables/tables.ts';
import { writeFileOf, type Format } from './write-files.ts';

/** What is written from the database files of the parts, and where. */
export interface Writing {
	readonly parts: readonly string[];
	readonly years: readonly [number, number];
	readonly seed: number;
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
	const { scratch, formats, out } = writing;
	// One thread of the engine: there is one of ours on each core.
	const settings = { temp_directory: scratch, memory_limit: '1GB', threads: '1' };
	const instance = await DuckDBInstance.create(':memory:', settings);
	const connection = await instance.connect();
	try {
		await openParts(connection, writing);
		const files = filesOf(writing);
		for (;;) {
			const taken = Atomics.add(counts, TAKEN, 1);
			if (taken >= files.length) break;
			for (const format of formats) await writeFileOf(connection, files[taken]!, format, out);
			progress((taken + 1) / files.length);
		}
		progress(1);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

function filesOf({ years, tables, dirty: smudged }: Writing): CbsFile[] {
	const clean = allFiles(...years).filter(({ table }) => tables.includes(table));
	return smudged ? dirty(clean) : clean;
}

/** Makes the tables of all parts one, and adds the codes of buurten. */
async function openParts(connection: DuckDBConnection, { parts, years, seed }: Writing): Promise<void> {
	for (const [i, file] of parts.entries())
		await connection.run(`attach '${file.replaceAll("'", "''")}' as part${i} (read_only)`);
	for (const table of stagedTables(...years))
		await connection.run(
			`create view ${table} as ${parts.map((_, i) => `select * from part${i}.${table}`).join(' union all ')}`
		);
	await connection.run('create table buurt (buurt integer, code varchar)');
	const appender = await connection.createAppender('buurt');
	for (const [buurt, code] of inventBuurten(seed).codes.entries()) {
		appender.appendInteger(buurt);
		appender.appendVarchar(code);
		appender.endRow();
	}
	appender.closeSync();
}
