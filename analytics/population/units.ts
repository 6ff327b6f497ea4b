import { sql, type Expression } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import { written } from '../engine/written.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { encoded } from './fact-codes.ts';
import { batchesOf, type Known } from './batches.ts';
import type { Fact, Stage, Unit, Was } from './fact.ts';
import { from, fromRelation, write } from './one-row.ts';
import { canTell, unknown } from './past.ts';
import { requestsOf, requestsOfEach } from './requests.ts';
import { inSteps, type PreparedStage, type Step } from './steps.ts';
import { Sources } from './told.ts';
import { unitsOf } from './units-of.ts';

/**
 * The units of a stage with what facts tell of them, each unit in exactly one row: the population first, so that nobody goes
 * missing for want of a row somewhere. Column `unit`, and under its own name each fact, `encoded`: there may be many facts about
 * millions of units.
 * @param before what else is read of the stage: tables that facts ask too are then read once
 */
export async function unitCodes(
	stage: PreparedStage,
	facts: readonly Fact[],
	unit: Unit,
	before: readonly Step[] = []
): Promise<RowQuery> {
	const { engine } = stage;
	const known: Known[] = [];
	let relation: string | null = null;
	const read = before.flatMap(({ requests }) => requests);
	const batches = batchesOf(stage, foundFacts(stage, facts), unit, read, (found) => sourcesOf(stage, found, unit));
	const requests = requestsOfEach(
		stage,
		batches.map((found) => (listener) => void joined(listener, null, [], found, unit))
	);
	const steps = batches.map((found, i): Step => ({
		requests: requests[i]!,
		facts: found.map(({ fact }) => fact),
		async read() {
			const next = `units_${stage.year}_${i}`;
			await write(engine, next, joined(stage, relation, known, found, unit));
			if (relation !== null) await engine.db.schema.dropTable(relation).execute();
			known.push(...found);
			relation = next;
		}
	}));
	await inSteps(stage, [...before, ...steps]);
	return answersOf(engine, facts, known, relation!);
}

function answersOf(engine: Engine, facts: readonly Fact[], known: readonly Known[], relation: string): RowQuery {
	const codeOf = (eb: Refs) => (fact: Fact, offset: number) => {
		const found = known.find((one) => one.fact.column === fact.column && one.offset === offset);
		return found === undefined ? null : eb.ref(`own.${found.name}`);
	};
	return fromRelation(engine, `${relation} as own`)
		.select('own.unit')
		.select((eb) =>
			facts.map((fact) => sql<number | null>`${answerOf(fact, codeOf(eb as Refs))}`.as(fact.column))
		) as unknown as RowQuery;
}

interface Refs {
	ref(name: string): Expression<unknown>;
}

/** How many sources facts are found in. */
function sourcesOf(stage: Stage, facts: readonly Known[], unit: Unit): number {
	const sources = new Sources(stage.engine, unit);
	let others = 0;
	requestsOf(stage, (listener) => {
		for (const { fact, offset } of facts) {
			const told = fact.tell?.(listener, unit, offset);
			if (told === undefined) others++;
			else sources.add(told);
		}
	});
	return others + sources.size;
}

/** What has to be found: facts themselves, and the states of each year from which histories follow. */
function foundFacts(stage: Stage, facts: readonly Fact[]): Known[] {
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
	const { of } = past;
	const was = Array.from({ length: past.years }, (_, back): Was => {
		const code = codeOf(of, -back);
		return code === null ? unknown : (value) => sql`${code} = ${written(of.values.indexOf(value))}`;
	});
	return encoded(fact.values, past.answer(was));
}

/** @param relation the units with what is known already; null: the units alone */
function joined(
	stage: Stage,
	relation: string | null,
	known: readonly Known[],
	more: readonly Known[],
	unit: Unit
): RowQuery {
	const { engine } = stage;
	const units =
		relation === null ? from(engine, unitsOf(stage, unit), 'own') : fromRelation(engine, `${relation} as own`);
	const sources = new Sources(engine, unit);
	const told = more.map(({ fact, offset }) => {
		const rows = fact.tell?.(stage, unit, offset);
		return rows === undefined ? undefined : sources.add(rows, fact.values);
	});
	let rows = sources.joinedTo(units);
	for (const [i, { fact, offset }] of more.entries()) {
		if (told[i] !== undefined) continue;
		const found = from(engine, fact.find(stage, unit, offset), 'found').select((eb) => [
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
				if (told[i] !== undefined) return sql<number | null>`${told[i]}`.as(name);
				const code = eb.ref(`fact${i}.code`);
				if (fact.otherwise === null) return code.as(name);
				return sql<number | null>`case when ${eb.ref(`fact${i}.unit`)} is null
					then ${encoded(fact.values, sql`${fact.otherwise}`)} else ${code} end`.as(name);
			})
		) as unknown as RowQuery;
}
