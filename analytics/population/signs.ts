import { sql, type Expression, type RawBuilder } from 'kysely';
import { named } from '../engine/named.ts';
import { written } from '../engine/written.ts';
import type { Part, Shows, Source, Unit } from './fact.ts';

/** How many signs a fact may have: the bits of a whole number. */
const SIGNS = 5;
/** How many facts share one: 50 bits, all of which a JavaScript number writes exactly. */
const FACTS = 10;

interface Row {
	readonly source: Source;
	readonly columns: Set<string>;
	readonly values: { place: number; value: Expression<unknown> }[];
}

/**
 * The signs of several facts, put together in one pass over the rows of all their sources: a unit has a sign when any row about
 * it has. All signs of a unit fit a number or two, so that the engine keeps little of each unit.
 */
export class Signs {
	readonly #rows = new Map<string, Row>();
	#facts = 0;

	get size(): number {
		return this.#facts;
	}

	/** Conditions on the rows of `perUnit`, joined as `signs`; null for a unit without any row. */
	add(parts: readonly Part[]): Shows {
		const place = this.#facts++;
		for (const { source, columns, value } of parts) {
			const row = this.#rows.get(source.name) ?? { source, columns: new Set(), values: [] };
			this.#rows.set(source.name, row);
			for (const column of columns) row.columns.add(column);
			row.values.push({ place, value });
		}
		return (sign) => sql`(${named(`signs.${wordOf(place)}`)} & ${written(sign * shiftOf(place))}) <> 0`;
	}

	/** `unit`, and the signs of those who have a row. */
	perUnit(unit: Unit): RawBuilder<unknown> {
		const words = [...new Set(Array.from({ length: this.#facts }, (_, place) => wordOf(place)))];
		const rows = [...this.#rows.values()].map(
			({ source, columns, values }) => sql`select ${named(unit)} as unit,
				${sql.join(words.map((word) => sql`${wordValue(word, values)} as ${named(word)}`))}
				from ${source.rows([...columns])} as source`
		);
		return sql`(select unit, ${sql.join(words.map((word) => sql`bit_or(${named(word)}) as ${named(word)}`))}
			from (${sql.join(rows, sql` union all `)}) as shown group by unit)`;
	}
}

function wordValue(word: string, values: Row['values']): Expression<unknown> {
	const own = values.filter(({ place }) => wordOf(place) === word);
	const bits = own.map(({ place, value }) => sql`cast(${value} as bigint) * ${written(shiftOf(place))}`);
	return bits.length === 0 ? sql`cast(0 as bigint)` : sql.join(bits, sql` | `);
}

function wordOf(place: number): string {
	return `word${Math.floor(place / FACTS)}`;
}

function shiftOf(place: number): number {
	return 2 ** (SIGNS * (place % FACTS));
}
