import { sql, type Expression, type RawBuilder } from 'kysely';
import { named } from '../engine/named.ts';
import type { Engine } from '../engine/engine.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { encoded } from './fact-codes.ts';
import type { Fact, Part, Source, Stage, Told, Unit } from './fact.ts';
import { from } from './one-row.ts';
import { Signs } from './signs.ts';
import { unitsOf } from './units-of.ts';

type ToldFact = Fact & Required<Pick<Fact, 'tell'>>;

/** A fact that follows from rows which other facts are found in too. */
export function toldFact(fact: Omit<ToldFact, 'find'>): ToldFact {
	return { ...fact, find: (stage, unit, offset = 0) => answers(stage, unit, fact.tell(stage, unit, offset)) };
}

/** `value` of every unit. */
function answers(stage: Stage, unit: Unit, told: Told): RowQuery {
	const sources = new Sources(stage.engine, unit);
	const value = sources.add(told);
	return sources
		.joinedTo(from(stage.engine, unitsOf(stage, unit), 'own'))
		.select('own.unit')
		.select(sql<string | null>`${value}`.as('value')) as unknown as RowQuery;
}

interface Known {
	readonly source: Source;
	readonly columns: Set<string>;
	/** Each value by its text. */
	readonly values: Map<string, Expression<unknown>>;
}

/** The sources of several facts, each passed over once, whatever is told of it. */
export class Sources {
	readonly #engine: Engine;
	readonly #unit: Unit;
	readonly #known = new Map<string, Known>();
	readonly #signs = new Signs();

	constructor(engine: Engine, unit: Unit) {
		this.#engine = engine;
		this.#unit = unit;
	}

	get size(): number {
		return this.#known.size + Math.min(this.#signs.size, 1);
	}

	/**
	 * What is told, to be selected from the rows of `joinedTo`.
	 * @param codes the values of the fact; its code is wanted then, instead of the value
	 */
	add({ parts, signs, answer }: Told, codes?: Fact['values']): Expression<unknown> {
		const coded = (value: Expression<unknown>) => (codes === undefined ? value : encoded(codes, value));
		// Coded before the join, which keeps its rows in memory.
		if (answer === undefined) return this.#column({ ...parts[0]!, value: coded(parts[0]!.value) });
		const shows = signs === undefined ? noSign : this.#signs.add(signs);
		const values = parts.map((part) => this.#column(part));
		return coded(answer(values, shows));
	}

	/** Units, as `own`, with what was added. */
	joinedTo(units: RowQuery): RowQuery {
		let rows = units;
		for (const [i, known] of [...this.#known.values()].entries()) {
			const found = this.#engine.db.selectFrom(valuesOf(known, this.#unit).as('told') as never).selectAll();
			rows = rows.leftJoin(
				(found as unknown as RowQuery).as(aliasOf(i)),
				`${aliasOf(i)}.unit`,
				'own.unit'
			) as unknown as RowQuery;
		}
		if (this.#signs.size === 0) return rows;
		const signs = this.#engine.db.selectFrom(this.#signs.perUnit(this.#unit).as('shown') as never).selectAll();
		return rows.leftJoin((signs as unknown as RowQuery).as('signs'), 'signs.unit', 'own.unit') as unknown as RowQuery;
	}

	#column({ source, columns, value }: Part): Expression<unknown> {
		const known = this.#known.get(source.name) ?? { source, columns: new Set(), values: new Map() };
		this.#known.set(source.name, known);
		for (const column of columns) known.columns.add(column);
		const place = [...this.#known.keys()].indexOf(source.name);
		const text = this.#textOf(value);
		if (!known.values.has(text)) known.values.set(text, value);
		return named(`${aliasOf(place)}.value${[...known.values.keys()].indexOf(text)}`);
	}

	/** The same for the same value, which is then found once. */
	#textOf(value: Expression<unknown>): string {
		const query = sql`${value}`.compile(this.#engine.db);
		return JSON.stringify([query.sql, query.parameters]);
	}
}

/** `unit`, and each value by its place. */
function valuesOf({ source, columns, values }: Known, unit: Unit): RawBuilder<unknown> {
	const selected = [...values.values()].map((value, i) => sql`${value} as ${named(`value${i}`)}`);
	return sql`(select ${named(unit)} as unit, ${sql.join(selected)} from ${source.rows([...columns])} as source
		${source.several ? sql`group by 1` : sql``})`;
}

function noSign(): never {
	throw new RangeError('no signs are told');
}

function aliasOf(place: number): string {
	return `source${place}`;
}
