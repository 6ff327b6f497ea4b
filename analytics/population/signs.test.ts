import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { written } from '../engine/written.ts';
import type { Source } from './fact.ts';
import { Signs } from './signs.ts';

const engine = await openEngine({ readable: [], threads: 1 });
afterAll(() => engine.close());

/** Rows of persons 1 and 2 of household 1, and of person 3 of household 3. */
function source(name: string, ...rows: [person: number, household: number, x: number][]): Source {
	const values = rows.map((row) => sql`(${sql.join(row.map((value) => written(value)))})`);
	return {
		name,
		several: true,
		rows: () => sql`(select * from (values ${sql.join(values)}) as listed(person, household, x))`
	};
}

const one = source('one', [1, 1, 0], [2, 1, 1], [3, 3, 2]);
const other = source('other', [2, 1, 8]);

/** Each unit's answer. */
async function answers(signs: Signs, unit: 'household' | 'person', condition: ReturnType<Signs['add']>, sign: number) {
	const { rows } = await sql<{ unit: number; told: boolean | null }>`
		select own.unit, ${condition(sign)} as told from (values (1), (2), (3), (4)) as own(unit)
		left join ${signs.perUnit(unit)} as signs on signs.unit = own.unit order by own.unit
	`.execute(engine.db);
	return rows.map(({ told }) => told);
}

const part = (of: Source, value = sql`x`) => ({ source: of, columns: [], value });

it('hold of a unit when any row of any source has them', async () => {
	const signs = new Signs();
	const shows = signs.add([part(one), part(other)]);
	expect(await answers(signs, 'household', shows, 1)).toEqual([true, null, false, null]);
	expect(await answers(signs, 'household', shows, 2)).toEqual([false, null, true, null]);
	expect(await answers(signs, 'household', shows, 8)).toEqual([true, null, false, null]);
	expect(await answers(signs, 'person', shows, 8)).toEqual([false, true, false, null]);
});

it('of many facts do not mix', async () => {
	const signs = new Signs();
	// The facts in turn have one sign of the five; a fact may take two values of one source.
	const shown = Array.from({ length: 23 }, (_, i) =>
		signs.add([part(one, sql`case when x = 2 then ${written(2 ** (i % 5))} else 0 end`), part(one, sql`0`)])
	);
	expect(signs.size).toBe(23);
	for (const [i, shows] of shown.entries())
		for (const bit of [0, 1, 2, 3, 4])
			expect([i, bit, await answers(signs, 'household', shows, 2 ** bit)]).toEqual([
				i,
				bit,
				[false, null, bit === i % 5, null]
			]);
});
