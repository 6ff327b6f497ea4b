import { sql, type Expression } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { choice } from './choice.ts';
import { encoded } from './fact-codes.ts';

const engine = await openEngine({ readable: [], threads: 1 });
afterAll(() => engine.close());

/** Of the numbers -1, 0, 1, 2 and null. */
async function of(value: Expression<unknown>) {
	const rows = await sql<{ told: unknown }>`
		select ${value} as told from (values (-1, 1), (0, 2), (1, 3), (2, 4), (null, 5)) as known(x, turn) order by turn
	`.execute(engine.db);
	return rows.rows.map(({ told }) => told);
}

const sign = choice([
	[sql`x < 0`, 'below'],
	[sql`x < 1`, null],
	[
		sql`x >= 1`,
		choice(
			[
				[sql`x = 1`, 'one'],
				[sql`true`, 'never']
			],
			'more'
		)
	]
]);

it('is the text of the first condition that holds', async () => {
	expect(await of(sign)).toEqual(['below', null, 'one', 'never', null]);
	expect(await of(choice([[sql`x > 1`, 'much']], 'little'))).toEqual(['little', 'little', 'little', 'much', 'little']);
});

it('is kept as the place of that text among the values of a fact', async () => {
	const values = ['more', 'never', 'below', 'one'];
	expect(await of(encoded(values, sign))).toEqual([2, null, 3, 1, null]);
	expect(await of(encoded(values, sql`${sign}`))).toEqual([2, null, 3, 1, null]);
});

it('tells no other text than the values of its fact', () => {
	expect(() => encoded(['below', 'one', 'more'], sign)).toThrow(RangeError);
});
