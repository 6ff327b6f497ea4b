import type { Engine } from '../../engine/engine.ts';
import { columnIndex, type DataFile } from '../data-file.ts';
import { fileRows, type RowQuery } from '../rows.ts';
import type { CbsTable } from '../tables/table.ts';

export type Severity = 'error' | 'warn';

/** A rule about the microdata. Levels as in the ESS: 0 the file, 1 within a file, 2 between files. */
export interface CheckRule {
	readonly id: string;
	readonly level: 0 | 1 | 2;
	readonly severity: Severity;
	readonly title: string;
	/** Tables that it is about; it runs once for each. */
	readonly tables: readonly CbsTable[];
	/** Other tables that it reads. */
	readonly with?: readonly CbsTable[];
	/** How many rows break the rule. The number stays within this folder: a report bands it. */
	broken(data: CheckData, table: CbsTable): Promise<number>;
}

/** The opened files of one period. */
export class CheckData {
	readonly engine: Engine;
	/** 31 December of the period, as text. */
	readonly date: string;
	readonly files: ReadonlyMap<CbsTable, DataFile>;

	constructor(engine: Engine, year: number, files: ReadonlyMap<CbsTable, DataFile>) {
		this.engine = engine;
		this.date = `${year}1231`;
		this.files = files;
	}

	file(table: CbsTable): DataFile {
		const file = this.files.get(table);
		if (file === undefined) throw new RangeError(`no file of ${table.name} was opened`);
		return file;
	}

	/** The columns as text, under their own names; those that the file lacks are left out. */
	rows(table: CbsTable, columns: readonly string[], alias: string): RowQuery {
		const file = this.file(table);
		const present = columns.filter((name) => columnIndex(file, name) >= 0);
		return this.from(fileRows(this.engine, file, new Map(present.map((name) => [name, name]))), alias);
	}

	from(rows: RowQuery, alias: string): RowQuery {
		return this.engine.db.selectFrom(rows.as(alias) as never) as unknown as RowQuery;
	}

	async count(rows: RowQuery): Promise<number> {
		const { db } = this.engine;
		const query = this.from(rows, 'broken').select(db.fn.countAll().as('rows'));
		const [answer] = await query.execute();
		return Number(answer!.rows);
	}
}
