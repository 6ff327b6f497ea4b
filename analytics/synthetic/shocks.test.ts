import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { municipalMargins, type Margins } from './margins.ts';
import { checkShocks, marginsIn } from './shocks.ts';

const shock = { kind: 'unemployment', region: 'CR36', year: 2024, factor: 2 } as const;
const changed = (margins: readonly Margins[], key: 'unemploymentRatio' | 'debtRatio') =>
	margins.filter((one, i) => one[key] !== municipalMargins[i]![key]);

describe('local shocks', () => {
	it('strike the municipalities of a region from their year on, and nothing else', () => {
		expect(marginsIn(2023, [shock])).toEqual(municipalMargins);
		for (const year of [2024, 2025]) {
			const struck = changed(marginsIn(year, [shock]), 'unemploymentRatio');
			expect(struck.map(({ code }) => code)).toContain('GM0772');
			expect(struck.length).toBeGreaterThan(10);
			expect(struck.length).toBeLessThan(30);
			expect(changed(marginsIn(year, [shock]), 'debtRatio')).toEqual([]);
		}
		const before = municipalMargins.find(({ code }) => code === 'GM0772')!.unemploymentRatio;
		const after = marginsIn(2024, [shock, { ...shock, region: 'GM0772', factor: 3 }]);
		expect(after.find(({ code }) => code === 'GM0772')!.unemploymentRatio).toBeCloseTo(6 * before, 12);
	});

	it('refuses a region that is not there and a factor that is none', () => {
		expect(() => checkShocks([{ ...shock, region: 'CR99' }])).toThrow(InputError);
		expect(() => checkShocks([{ ...shock, factor: 0 }])).toThrow(InputError);
		expect(() => checkShocks([shock])).not.toThrow();
	});
});
