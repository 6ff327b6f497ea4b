import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/engine.ts';
import { named } from '../../engine/named.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { VSLGWBTAB } from '../tables/vslgwbtab.ts';
import { CheckData } from './check-data.ts';
import type { RowRule } from './rule.ts';
import { checkRules } from './rules.ts';

describe('a comparison with published figures', () => {
	/** Judges made-up rows instead of those of files. */
	async function breaks(id: string, year: number, figures: Record<string, number>): Promise<boolean> {
		const rule = checkRules.find((one) => one.id === id) as RowRule;
		const engine = await openEngine({ readable: [] });
		const file = { path: '', format: 'csv', delimiter: ';', columns: places } as const;
		const data = new CheckData(engine, year, new Map([[VSLGWBTAB, { year, file }]]), null);
		const columns = Object.entries(figures).map(([name, value]) => sql`${sql.val(value)} as ${named(name)}`);
		const broken = rule.broken(data, rule.tables[0]!);
		const query = sql<{ broken: boolean }>`select ${broken} as broken from (select ${sql.join(columns)}) as row`;
		const { rows } = await query.execute(engine.db);
		await engine.close();
		return rows[0]!.broken;
	}
	const places = ['gem2024', 'wc2024', 'bc2024'].map((name) => ({ name, type: 'VARCHAR', floating: false }));
	const whole = 17_942_942;

	it.each([
		['population-country', 2023, { persons: 17_770_000, households: 0 }, { persons: 17_760_000, households: 0 }],
		['households-country', 2023, { persons: whole, households: 8_300_000 }, { persons: whole, households: 8_470_000 }],
		['low-income-share', 2023, { households: 200_000, low: 9_000 }, { households: 200_000, low: 9_300 }],
		['debt-share', 2023, { heads: 200_000, indebted: 19_700 }, { heads: 200_000, indebted: 15_700 }],
		['assistance-total', 2023, { persons: 365_000, country: whole }, { persons: 360_000, country: whole }],
		[
			'population-municipality',
			2023,
			{ persons: 1_015, published: 1_000, country: whole },
			{ persons: 1_025, published: 1_000, country: whole }
		]
	])('%s is met within its threshold and broken beyond it', async (id, year, near, far) => {
		expect(await breaks(id, year, near)).toBe(false);
		expect(await breaks(id, year, far)).toBe(true);
		// Nothing is published for that year, so nothing is judged.
		expect(await breaks(id, 2031, far)).toBe(false);
	});

	it('says nothing of a sample', async () => {
		expect(await breaks('population-country', 2023, { persons: 100_000, households: 0 })).toBe(false);
		expect(await breaks('households-country', 2023, { persons: 100_000, households: 9 })).toBe(false);
		expect(await breaks('low-income-share', 2023, { households: 9_000, low: 9_000 })).toBe(false);
		expect(await breaks('debt-share', 2023, { heads: 9_000, indebted: 9_000 })).toBe(false);
		expect(await breaks('assistance-total', 2023, { persons: 9, country: 100_000 })).toBe(false);
		expect(await breaks('population-municipality', 2023, { persons: 9, published: 1_000, country: 100_000 })).toBe(
			false
		);
	});

	it('is known for each of these rules', () => {
		const tested = ['population-country', 'households-country', 'low-income-share', 'debt-share', 'assistance-total'];
		const rules = checkRules.filter((rule) => rule.level === 5).map((rule) => rule.id);
		expect(rules.sort()).toEqual([...tested, 'population-municipality'].sort());
		expect(checkRules.find((rule) => rule.id === 'population-country')!.tables).toEqual([GBAHUISHOUDENSBUS]);
	});
});
