import { sql, type Expression, type OperationNode, type RawBuilder } from 'kysely';
import { written } from '../engine/written.ts';

type Outcome = string | Choice | null;
type Branches = readonly (readonly [when: Expression<unknown>, then: Outcome])[];

/** One of the values of a fact, by the first condition that holds: as text, or at once as the small number that it is kept as. */
export class Choice implements Expression<string | null> {
	readonly #branches: Branches;
	readonly #otherwise: Outcome;

	constructor(branches: Branches, otherwise: Outcome) {
		this.#branches = branches;
		this.#otherwise = otherwise;
	}

	get expressionType(): undefined {
		return undefined;
	}

	toOperationNode(): OperationNode {
		return sql`cast(${this.#as((text) => sql`${text}`)} as varchar)`.toOperationNode();
	}

	/** The place of the text among the values. */
	coded(values: readonly string[]): RawBuilder<number | null> {
		const place = (text: string) => {
			if (!values.includes(text)) throw new RangeError(`${text} is none of the values`);
			return written(values.indexOf(text));
		};
		return sql`cast(${this.#as(place)} as utinyint)`;
	}

	#as(told: (text: string) => Expression<unknown>): Expression<unknown> {
		const tell = (outcome: Outcome): Expression<unknown> => {
			if (outcome === null) return sql`null`;
			return typeof outcome === 'string' ? told(outcome) : outcome.#as(told);
		};
		const cases = this.#branches.map(([when, then]) => sql`when ${when} then ${tell(then)}`);
		return sql`case ${sql.join(cases, sql` `)} else ${tell(this.#otherwise)} end`;
	}
}

/** What the first condition that holds chooses, or else `otherwise`. */
export function choice(branches: Branches, otherwise: Outcome = null): Choice {
	return new Choice(branches, otherwise);
}
