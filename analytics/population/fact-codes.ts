import { sql, type Expression, type RawBuilder } from 'kysely';
import { written } from '../engine/written.ts';
import { Choice } from './choice.ts';
import type { Fact } from './fact.ts';

// What a fact tells, kept as a small number: the place of its text among the values of the fact, or the number itself.

type Values = Fact['values'];

/** Text, or a number, as it is kept; null for null and for a text that is none of the values. */
export function encoded(values: Values, value: Expression<unknown>): RawBuilder<number | null> {
	if (value instanceof Choice && values !== 'number') return value.coded(values);
	if (values === 'number') return sql`try_cast(${value} as double)`;
	const cases = values.map((code, i) => sql`when ${code} then ${written(i)}`);
	return sql`cast(case ${value} ${sql.join(cases, sql` `)} end as utinyint)`;
}

/** What is kept, as text. */
export function decoded(values: Values, code: Expression<unknown>): RawBuilder<string | null> {
	if (values === 'number') return numberAsText(code);
	const cases = values.map((text, i) => sql`when ${written(i)} then ${text}`);
	return sql`cast(case ${code} ${sql.join(cases, sql` `)} end as varchar)`;
}

/** A whole number without a decimal point. */
function numberAsText(value: Expression<unknown>): RawBuilder<string | null> {
	const whole = sql`try_cast(${value} as bigint)`;
	return sql`case when ${whole} = ${value} then cast(${whole} as varchar) else cast(${value} as varchar) end`;
}
