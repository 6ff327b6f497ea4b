import type { Engine } from '../engine/engine.ts';
import type { CbsTables } from '../microdata/cbs-tables.ts';
import { columnIndex, type DataFile } from '../microdata/data-file.ts';
import { loaded, unloaded } from '../microdata/load.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { GBAHUISHOUDENSBUS } from '../microdata/tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../microdata/tables/gbapersoontab.ts';
import { STAPMON } from '../microdata/tables/stapmon.ts';
import type { CbsTable, ColumnType } from '../microdata/tables/table.ts';
import { dateNumber } from './dates.ts';
import { selected, writeMembers } from './members.ts';
import { writeStapmonMembers } from './stapmon-members.ts';
import { firstRowPer, from, fromRelation, write, writeOneRowPer, type Order } from './one-row.ts';
import { personKey } from './person-key.ts';
import type { Request } from './requests.ts';
import type { PreparedStage } from './steps.ts';

/** The tables of one reference date, with the members of households found. */
export async function openStage(engine: Engine, tables: CbsTables, year: number): Promise<PreparedStage> {
	const files = {
		households: needed(tables, GBAHUISHOUDENSBUS, year),
		persons: needed(tables, GBAPERSOONTAB, year)
	};
	const stage = new TableStage(engine, tables, year, `members_${year}`);
	await writeMembers(engine, stage.members, files, year);
	return stage;
}

/** As `openStage`, with the persons of the Stapelingsmonitor as members, in the households that it tells. */
export async function openStapmonStage(engine: Engine, tables: CbsTables, year: number): Promise<PreparedStage> {
	const stage = new TableStage(engine, tables, year, `members_${year}`);
	await writeStapmonMembers(engine, stage.members, needed(tables, STAPMON, year), year);
	return stage;
}

function needed(tables: CbsTables, table: CbsTable, year: number): DataFile {
	const file = tables.file(table, year);
	if (file === undefined) throw new RangeError(`there is no file of ${table.name} for ${year}`);
	return file;
}

const MEMBER = ['person', 'household', 'reference', 'birth', 'type'];

class TableStage implements PreparedStage {
	readonly engine: Engine;
	readonly year: number;
	readonly members: string;
	readonly #tables: CbsTables;
	/** Files that have been made readable, and relations with rows of members, by table and offset. */
	readonly #files = new Map<string, DataFile>();
	readonly #relations = new Map<string, { relation: string; columns: readonly string[] }>();

	constructor(engine: Engine, tables: CbsTables, year: number, members: string) {
		this.engine = engine;
		this.#tables = tables;
		this.year = year;
		this.members = members;
	}

	has(table: CbsTable, offset = 0): boolean {
		return this.#tables.file(table, this.year + offset) !== undefined;
	}

	rows(table: CbsTable, columns: readonly string[], offset = 0): RowQuery {
		const kept = this.#relations.get(nameOf(table, offset));
		const wanted = columns.map((name) => name.toUpperCase());
		if (kept !== undefined && wanted.every((name) => kept.columns.includes(name)))
			return fromRelation(this.engine, kept.relation).select([...MEMBER, ...wanted]) as RowQuery;
		const rows = this.#memberRows(table, wanted, offset);
		if (table.of !== 'household') return rows;
		return firstRowPer(this.engine, rows, 'household', incomeOrder(wanted), [...MEMBER, ...wanted]);
	}

	all(table: CbsTable, columns: readonly string[], offset = 0): RowQuery {
		const names = columns.map((name) => name.toUpperCase());
		return from(this.engine, this.#keyedRows(table, names, offset), 'row')
			.select('row.key as person')
			.select(names.map((name) => `row.${name}`)) as RowQuery;
	}

	async prepare({ table, offset, columns, times }: Request): Promise<void> {
		const file = this.#tables.file(table, this.year + offset);
		if (file === undefined) return;
		const name = nameOf(table, offset);
		this.#files.set(name, await loaded(this.engine, file, [...table.key.slice(0, 2), ...columns]));
		const wanted = columns.map((column) => column.toUpperCase());
		const relation = `rows_${this.year}_${name}`;
		const rows = this.#memberRows(table, wanted, offset);
		if (table.of === 'household')
			await writeOneRowPer(this.engine, relation, rows, {
				key: 'household',
				order: incomeOrder(wanted),
				columns: [...MEMBER, ...wanted]
			});
		else if (times > 1) await write(this.engine, relation, rows);
		else return;
		this.#relations.set(name, { relation, columns: wanted });
	}

	async release({ table, offset }: Request): Promise<void> {
		const name = nameOf(table, offset);
		const kept = this.#relations.get(name);
		if (kept !== undefined) await this.engine.db.schema.dropTable(kept.relation).execute();
		this.#relations.delete(name);
		const file = this.#tables.file(table, this.year + offset);
		this.#files.delete(name);
		const inUse = [...this.#files.values()].some(({ path }) => path === file?.path);
		if (file !== undefined && !inUse) await unloaded(this.engine, file);
	}

	#memberRows(table: CbsTable, columns: readonly string[], offset: number): RowQuery {
		return from(this.engine, this.#keyedRows(table, columns, offset), 'row')
			.innerJoin(`${this.members} as member`, 'member.person', 'row.key')
			.select(MEMBER.map((name) => `member.${name}`))
			.select(columns.map((name) => `row.${name}`)) as unknown as RowQuery;
	}

	/** Every row with its person as `key`, null when that is not linkable. */
	#keyedRows(table: CbsTable, columns: readonly string[], offset: number): RowQuery {
		if (table.of === 'address') throw new RangeError(`rows of ${table.name} are about addresses, not about persons`);
		const [kind, number] = table.key as [string, string];
		const names = [...new Set([kind, number, ...columns])];
		const numbers = columns.filter((name) => hasType(table, name, 'amount', 'percentage'));
		return selected(this.engine, this.#file(table, offset, names), names, 'line', numbers).select((eb) => [
			personKey(eb.ref(`line.${kind}`), eb.ref(`line.${number}`)).as('key'),
			...columns.map((name) =>
				hasType(table, name, 'date') ? dateNumber(eb.ref(`line.${name}`)).as(name) : eb.ref(`line.${name}`).as(name)
			)
		]) as RowQuery;
	}

	/** The file as it was made readable, when that holds the columns; else as it is. */
	#file(table: CbsTable, offset: number, columns: readonly string[]): DataFile {
		const file = this.#tables.file(table, this.year + offset);
		if (file === undefined) throw new RangeError(`there is no file of ${table.name} for ${this.year + offset}`);
		const readable = this.#files.get(nameOf(table, offset));
		if (readable === undefined) return file;
		const lacks = columns.some((name) => columnIndex(readable, name) < 0 && columnIndex(file, name) >= 0);
		return lacks ? file : readable;
	}
}

/** Euros, percentages and dates are kept as numbers: they are added up or compared for many facts. */
function hasType({ types }: CbsTable, column: string, ...wanted: readonly ColumnType[]): boolean {
	return Object.entries(types).some(([name, type]) => wanted.includes(type) && name.toUpperCase() === column);
}

function nameOf(table: CbsTable, offset: number): string {
	return `${table.name.toLowerCase()}_${-offset}`;
}

/** An income under several members is the reference person's, then that of the lowest key. */
function incomeOrder(columns: readonly string[]): Order {
	return [['reference', 'desc'], ['person'], ...columns.map((name): [string] => [name])];
}
