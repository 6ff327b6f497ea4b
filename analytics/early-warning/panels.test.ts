import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import type { Figure } from '../contract/figure.ts';
import { countsOf, panels, type PeriodCounts } from './panels.ts';

const parents: Record<string, string | null> = { NL: null, N: 'NL', Z: 'NL', N1: 'N', N2: 'N', Z1: 'Z' };
const regions = {
	root: 'NL',
	parentOf: (code: string) => parents[code] ?? null,
	levelOf: (code: string) => ({ 0: 'land', 1: 'provincie', 2: 'gemeente' })[depth(code)]
};
function depth(code: string): number {
	if (parents[code] === undefined) return 9;
	return parents[code] === null ? 0 : 1 + depth(parents[code]);
}

const figure = (region: string, numerator: number, attribute = '', code = ''): Figure => ({
	indicator: 'debts',
	region,
	attribute,
	code,
	numerator,
	numeratorSe: 8,
	denominator: 1000,
	denominatorSe: 9,
	share: null,
	shareSe: null,
	lower: null,
	upper: null,
	reliability: 'X'
});
const history: PeriodCounts[] = [
	{ period: '2022Q4', counts: countsOf([figure('N1', 10), figure('N2', -3), figure('N', 7), figure('unknown', 5)]) },
	{
		period: '2023Q2',
		counts: countsOf([figure('N1', 12), figure('Z1', 4), figure('N1', 2, 'age', '25'), figure('X', 1)])
	}
];
const calendar = calendarOf(['2022Q4', '2023Q2'])!;
const made = (breaks = {}) =>
	panels(
		calendar,
		history,
		regions,
		[breaks].flat() as never,
		(level, { attribute }) => level !== 'land' && attribute !== 'x'
	);

describe('panels', () => {
	it('makes one panel for each group and level, with a place for every period', () => {
		const all = made([]);
		expect(all.map(({ level, attribute }) => `${level} ${attribute}`)).toEqual([
			'gemeente ',
			'provincie ',
			'gemeente age'
		]);
		const [gemeenten] = all;
		expect(gemeenten!.regions).toEqual(['N1', 'N2', 'Z1']);
		expect(gemeenten!.periods).toEqual(['2022Q4', '2023Q1', '2023Q2']);
		expect(gemeenten!.count.map((row) => [...row])).toEqual([
			[10, NaN, 12],
			[-3, NaN, NaN],
			[NaN, NaN, 4]
		]);
		expect([...gemeenten!.exposureSigma[0]!]).toEqual([9, NaN, 9]);
	});

	it('leaves out units of unknown region and regions that the tree does not have', () => {
		expect(made([]).flatMap((panel) => panel.regions)).not.toContain('unknown');
		expect(made([]).flatMap((panel) => panel.regions)).not.toContain('X');
	});

	it('takes a break of a region for all regions in it, of an indicator for that one, and of neither for all', () => {
		const at = (one: object) => made([one])[0]!.breaks.map(({ series }) => series);
		expect(at({ period: '2023Q1', regions: ['N'] })).toEqual([0, 1]);
		expect(at({ period: '2023Q1' })).toEqual([0, 1, 2]);
		expect(at({ period: '2023Q1', indicators: ['other'] })).toEqual([]);
		expect(at({ period: '2019Q1' })).toEqual([]);
		expect(made([{ period: '2023Q1' }])[0]!.breaks[0]).toEqual({ series: 0, period: 1 });
	});
});
