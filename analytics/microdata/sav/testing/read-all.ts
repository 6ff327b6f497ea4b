import { openEngine, type Engine } from '../../../engine/engine.ts';
import { openDataFile, type DataFile } from '../../data-file.ts';
import { loaded } from '../../load.ts';

export type Value = string | number | null;

/** All rows of a file as the engine holds them, in file order. */
export async function readAll(path: string, own?: Engine): Promise<{ file: DataFile; rows: Value[][] }> {
	const engine = own ?? (await openEngine({ readable: [path], threads: 1 }));
	try {
		const file = await openDataFile(path);
		const names = file.columns.map(({ name }) => name);
		const { relation } = await loaded(engine, file, names);
		const rows = await engine.db.selectFrom(relation!).selectAll().execute();
		return { file, rows: rows.map((row) => names.map((_, i) => row[`c${i}`]!)) };
	} finally {
		if (own === undefined) await engine.close();
	}
}
