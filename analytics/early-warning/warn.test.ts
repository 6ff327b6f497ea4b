import { describe, expect, it } from 'vitest';
import type { Figure } from '../contract/figure.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { countsOf } from './panels.ts';
import { warnings, type WarningQuestion } from './warn.ts';

const codes = Array.from({ length: 24 }, (_, i) => `G${i + 1}`);
const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
	...codes.map((code) => ({ code, parent: 'NL', name: code, level: 'gemeente' }))
]);

/** Counts that differ by region and period as if by chance, and the same ones in every run. */
const wobble = (region: number, t: number) => Math.round(14 * Math.sin(17.3 * region + 5.1 * t * t));

function figure(region: string, numerator: number, denominator: number, attribute = '', code = ''): Figure {
	const share = numerator / denominator;
	const shown = { share, shareSe: 0.005, lower: share - 0.01, upper: share + 0.01, reliability: 'A' } as const;
	return {
		indicator: 'debts',
		region,
		attribute,
		code,
		numerator,
		numeratorSe: 4,
		denominator,
		denominatorSe: 6,
		...shown
	};
}

function figures(t: number, rising = false): Figure[] {
	const own = codes.map((code, i) => 200 + wobble(i, t) + (rising && i === 4 ? 180 : 0));
	const groups = ['0-11', 'none'].flatMap((code) => codes.map((one) => figure(one, 60, 800, 'event_job_loss', code)));
	const all = own.reduce((a, b) => a + b, 0);
	return [figure('NL', all, 4000 * codes.length), ...codes.map((code, i) => figure(code, own[i]!, 4000)), ...groups];
}

const quarter = (t: number) => `${2019 + Math.floor(t / 4)}Q${(t % 4) + 1}`;
const asTold = (period: string, of: Figure[]) => ({
	...{ period, figures: of, ageCells: () => [], pathCells: () => [], groupFigures: () => [] }
});

function question(periods: number, more: Partial<WarningQuestion> = {}): WarningQuestion {
	const earlier = Array.from({ length: periods }, (_, t) => ({ period: quarter(t), counts: countsOf(figures(t)) }));
	const told = [0, 1, 2, 3].map((k) => asTold(quarter(periods + k), figures(periods + k, true)));
	return { spec: 'instroom', earlier, told, tree, breaks: [], ...more };
}

describe('warnings', () => {
	it('tells each period of a release, with the card on the last one', () => {
		const told = warnings(question(20));
		expect([...told.keys()]).toEqual(['2024Q1', '2024Q2', '2024Q3', '2024Q4']);
		const last = told.get('2024Q4')!;
		expect(last.watch.find(({ region, attribute }) => region === 'G5' && attribute === '')).toMatchObject({
			state: 'signal'
		});
		expect(last.watch.filter(({ attribute }) => attribute === '')).toHaveLength(25);
		expect(last.smallAreas.length).toBeGreaterThan(24);
		expect(last.ranks.find(({ region }) => region === 'G5')!.expectedRank).toBeLessThan(2);
		expect(last.eventRisks).toHaveLength(24);
		expect([...told.values()].map(({ cards }) => cards.length)).toEqual([0, 0, 0, 1]);
	});

	it('watches groups, but not what is left over of them', () => {
		const watched = warnings(question(20)).get('2024Q1')!.watch;
		expect(new Set(watched.map(({ code }) => code))).toEqual(new Set(['', '0-11']));
	});

	it('says nothing of what rises before four years of quarters are known, and the rest all the same', () => {
		const first = warnings(question(8)).get('2021Q1')!;
		expect(first.watch).toEqual([]);
		expect(first.ranks).not.toEqual([]);
	});

	it('tells a release that brings its own history from where enough of it lies behind', () => {
		const told = Array.from({ length: 20 }, (_, t) => asTold(quarter(t), figures(t)));
		const watched = [...warnings(question(0, { told })).values()].map(({ watch }) => watch.length > 0);
		expect(watched.indexOf(true)).toBe(16);
		expect(watched.slice(16)).toEqual([true, true, true, true]);
	});

	it('tells an indicator that joined later from where enough of it lies behind', () => {
		const later = ({ counts, ...rest }: ReturnType<typeof question>['earlier'][number], t: number) => ({
			...rest,
			counts: t < 6 ? [] : counts
		});
		const asked = question(20);
		const told = warnings({ ...asked, earlier: asked.earlier.map(later) });
		expect([...told.values()].map(({ watch }) => watch.length > 0)).toEqual([false, false, true, true]);
	});

	it('has no series for periods of no calendar', () => {
		const told = [asTold('VOORJAAR', figures(0))];
		const only = warnings(question(0, { told })).get('VOORJAAR')!;
		expect([only.watch, only.cards]).toEqual([[], []]);
	});

	it('refuses a break whose period is of another kind, and takes one outside the series as past or to come', () => {
		const reason = { nl: 'x', en: 'x' };
		const at = (period: string) => warnings(question(20, { breaks: [{ period, reason }] }));
		expect(() => at('2024')).toThrow(InputError);
		expect(() => at('2024')).toThrow(
			'Specification instroom: the break at 2024 is not a period as 2024Q4 is; name it alike.'
		);
		expect(at('2018Q1')).toEqual(warnings(question(20)));
		expect(at('2030Q1').get('2024Q4')!.watch).toEqual(warnings(question(20)).get('2024Q4')!.watch);
	});
});
