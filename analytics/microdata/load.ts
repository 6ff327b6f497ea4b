import type { Engine } from '../engine/engine.ts';
import { columnIndex, type DataFile } from './data-file.ts';
import { readDictionary } from './sav/dictionary.ts';
import { streamColumns } from './sav/stream.ts';

/** Columns that an engine has, or is getting. */
interface Load {
	readonly path: string;
	readonly columns: ReadonlySet<number>;
	readonly file: Promise<DataFile>;
}

const loads = new WeakMap<Engine, Load[]>();

/**
 * The file in a form that queries can read: csv and parquet as they are; of a sav file the wanted columns, streamed into a
 * relation of the engine. Columns that the file lacks are left out. A file is streamed once per engine for the same columns.
 * @throws InputError when the header is damaged
 * @throws UnreadableDataError when the records cannot be read to their end
 */
export async function loaded(engine: Engine, file: DataFile, columns: Iterable<string>): Promise<DataFile> {
	if (file.format !== 'sav') return file;
	const wanted = new Set([...columns].map((name) => columnIndex(file, name)).filter((index) => index >= 0));
	const own = loads.get(engine) ?? [];
	loads.set(engine, own);
	const ready = own.find((load) => load.path === file.path && [...wanted].every((place) => load.columns.has(place)));
	if (ready !== undefined) return ready.file;
	const load: Load = {
		path: file.path,
		columns: wanted,
		file: afterThe(own.at(-1), () => stream(engine, file, wanted))
	};
	own.push(load);
	try {
		return await load.file;
	} catch (error) {
		own.splice(own.indexOf(load), 1);
		throw error;
	}
}

/** Gives back the memory of what was streamed of a file. */
export async function unloaded(engine: Engine, { path }: DataFile): Promise<void> {
	const own = loads.get(engine) ?? [];
	for (const load of own.filter((one) => one.path === path)) {
		own.splice(own.indexOf(load), 1);
		const { relation } = await load.file;
		await engine.db.schema.dropTable(relation!).execute();
	}
}

/** One file at a time, so that memory does not grow with the number of files that are wanted at once. */
async function afterThe(last: Load | undefined, start: () => Promise<DataFile>): Promise<DataFile> {
	await last?.file.catch(() => {});
	return start();
}

async function stream(engine: Engine, file: DataFile, wanted: ReadonlySet<number>): Promise<DataFile> {
	const dictionary = readDictionary(file.path);
	// A relation has at least one column, or its rows could not be counted.
	const places = wanted.size === 0 ? [0] : [...wanted].sort((a, b) => a - b);
	const columns = places.map((place) => file.columns[place]!);
	const relation = `sav_${nextNumber(engine)}`;
	const chunks = streamColumns(
		dictionary,
		places.map((place) => dictionary.variables[place]!)
	);
	const made = columns.map(({ floating }, i) => ({
		name: `c${i}`,
		type: floating ? ('double precision' as const) : ('text' as const)
	}));
	await engine.append(relation, made, chunks);
	return { path: file.path, format: 'relation', delimiter: '', columns, relation };
}

const numbers = new WeakMap<Engine, number>();

function nextNumber(engine: Engine): number {
	const number = (numbers.get(engine) ?? 0) + 1;
	numbers.set(engine, number);
	return number;
}
