import { sql, type Expression } from 'kysely';
import type { RowQuery } from '../microdata/rows.ts';
import { decoded, encoded } from './fact-codes.ts';
import type { Fact, Stage, Unit } from './fact.ts';
import { from, fromRelation, write } from './one-row.ts';
import { canTell } from './past.ts';
import { unitsOf } from './units-of.ts';

/** How many facts are joined at a time: each holds its units in memory while the rows pass by. */
const AT_ONCE = 8;

/** A fact as it was at the end of a year; a column of the units. */
interface Known {
	readonly fact: Fact;
	/** Years from the reference date. */
	readonly offset: number;
	readonly name: string;
}

/**
 * The units of a stage with what facts tell of them, each unit in exactly one row: the population first, so that nobody goes
 * missing for want of a row somewhere. Column `unit`, and under its own name each fact, `encoded`: there may be many facts about
 * millions of units.
 */
export async function unitCodes(stage: Stage, facts: readonly Fact[], unit: Unit): Promise<RowQuery> {
	const { engine } = stage;
	const known = foundFacts(stage, facts);
	let relation = `units_${stage.year}_0`;
	await write(engine, relation, unitsOf(stage, unit));
	for (let first = 0; first < known.length; first += AT_ONCE) {
		const next = `units_${stage.year}_${first + AT_ONCE}`;
		const more = known.slice(first, first + AT_ONCE);
		await write(engine, next, joined(stage, relation, known.slice(0, first), more, unit));
		await engine.db.schema.dropTable(relation).execute();
		relation = next;
	}
	return fromRelation(engine, `${relation} as own`)
		.select('own.unit')
		.select((eb) => {
			const code = (fact: Fact, offset: number) => {
				const found = known.find((one) => one.fact.column === fact.column && one.offset === offset);
				return found === undefined ? null : eb.ref(`own.${found.name}`);
			};
			return facts.map((fact) => sql<number | null>`${answerOf(fact, code)}`.as(fact.column));
		}) as unknown as RowQuery;
}

/** What has to be found: facts themselves, and the states of each year from which histories follow. */
export function foundFacts(stage: Stage, facts: readonly Fact[]): Known[] {
	const known = new Map<string, Known>();
	for (const fact of facts) {
		const { of, years } = fact.past ?? { of: fact, years: 1 };
		for (let back = 0; back < years; back++) {
			const name = back === 0 ? of.column : `${of.column}-${back}`;
			if (back === 0 || canTell(stage, of, -back)) known.set(name, { fact: of, offset: -back, name });
		}
	}
	return [...known.values()];
}

type CodeOf = (fact: Fact, offset: number) => Expression<unknown> | null;

/** What was found, or what follows from the past of another fact, as it is kept. */
function answerOf({ past, ...fact }: Fact, codeOf: CodeOf): Expression<unknown> {
	if (past === undefined) return codeOf(fact, 0)!;
	const values = Array.from({ length: past.years }, (_, back) => {
		const code = codeOf(past.of, -back);
		return code === null ? sql<null>`cast(null as varchar)` : decoded(past.of.values, code);
	});
	return encoded(fact.values, past.answer(values));
}

function joined(stage: Stage, relation: string, known: readonly Known[], more: readonly Known[], unit: Unit): RowQuery {
	let rows = fromRelation(stage.engine, `${relation} as own`);
	for (const [i, { fact, offset }] of more.entries()) {
		// Coded before the join, which keeps its rows in memory.
		const found = from(stage.engine, fact.find(stage, unit, offset), 'found').select((eb) => [
			eb.ref('found.unit').as('unit'),
			encoded(fact.values, eb.ref('found.value')).as('code')
		]) as RowQuery;
		rows = rows.leftJoin(found.as(`fact${i}`), `fact${i}.unit`, 'own.unit') as unknown as RowQuery;
	}
	return rows
		.select('own.unit')
		.select(known.map(({ name }) => `own.${name}`))
		.select((eb) =>
			more.map(({ fact, name }, i) => {
				const code = eb.ref(`fact${i}.code`);
				if (fact.otherwise === null) return code.as(name);
				return sql<number | null>`case when ${eb.ref(`fact${i}.unit`)} is null
					then ${encoded(fact.values, sql`${fact.otherwise}`)} else ${code} end`.as(name);
			})
		) as unknown as RowQuery;
}
