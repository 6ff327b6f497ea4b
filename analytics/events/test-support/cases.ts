import { expect } from 'vitest';
import type { LifeEvent } from '../life-event.ts';
import { valuesOf, type TinyLife, type TinyLives, type ValueOptions } from './tiny-lives.ts';

/** What a person's life is, and what an event is to this person, each in a household of one. */
export type Case = readonly [what: string, life: TinyLife, expected: string | null];

/** Expects the value of each case for its household and for its person, with and without histories read beforehand. */
export async function expectValues(
	event: LifeEvent,
	cases: readonly Case[],
	{ others = {}, ...options }: ValueOptions & { others?: TinyLives } = {}
): Promise<void> {
	const lives = { ...others, ...Object.fromEntries(cases.map(([, life], i) => [i + 1, life])) };
	const expected = Object.fromEntries(cases.map(([what, , value]) => [what, value]));
	const { units, histories } = event.facts[0];
	for (const unit of units)
		for (const prepared of histories.length > 0 ? [true, false] : [false]) {
			const values = await valuesOf(event, lives, { ...options, unit, prepared });
			const found = Object.fromEntries(cases.map(([what], i) => [what, values[i + 1]]));
			expect(found).toEqual(expected);
			// Whoever the other lives are, they are in no household.
			expect(Object.keys(values)).toHaveLength(cases.length);
		}
}
