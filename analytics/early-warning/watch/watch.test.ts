import { describe, expect, it } from 'vitest';
import type { WatchRow } from '../../contract/early-warning.ts';
import type { Panel, Regions } from '../panel.ts';
import { Random } from '../statistics/random.ts';
import { watch } from './watch.ts';

const QUARTERS = 24;
const TOLD = 20;
const periods = Array.from({ length: QUARTERS }, (_, t) => `${2018 + Math.floor(t / 4)}Q${1 + (t % 4)}`);

/** 40 gemeenten, half of them in each of two provinces; the last two are very small. */
const gemeenten = Array.from({ length: 40 }, (_, i) => `g${i}`);
const sizes = gemeenten.map((_, i) => (i < 38 ? 40_000 : 300));
const provinceOf = (i: number) => (i % 2 === 0 ? 'P' : 'Q');
const regions: Regions = {
	root: 'land',
	parentOf: (code) => (code === 'land' ? null : code.startsWith('g') ? provinceOf(Number(code.slice(1))) : 'land'),
	levelOf: (code) => (code === 'land' ? 'land' : code.startsWith('g') ? 'gemeente' : 'provincie')
};

type Factor = (i: number, t: number) => number;
const quiet: Factor = () => 1;

/** Noisy counts of a rate of 1 % with a season, times the factor of the region and quarter. */
function panels(factor: Factor = quiet, change: (gemeente: Panel) => Partial<Panel> = () => ({})): Panel[] {
	const random = new Random(3);
	const column = (value: number) => new Float64Array(QUARTERS).fill(value);
	const count = sizes.map((size, i) =>
		Float64Array.from(periods, (_, t) => {
			const mean = size * 0.01 * (1 + 0.1 * Math.sin((Math.PI * t) / 2));
			return Math.round(random.count(mean, 1.2) * factor(i, t) + 8 * random.normal());
		})
	);
	const gemeente: Panel = {
		indicator: 'debts',
		attribute: '',
		code: '',
		level: 'gemeente',
		freq: 4,
		periods,
		regions: gemeenten,
		count,
		sigma: sizes.map(() => column(8)),
		exposure: sizes.map(column),
		exposureSigma: sizes.map(() => column(8)),
		breaks: []
	};
	const sum = (rows: readonly Float64Array[], of: (i: number) => boolean) =>
		Float64Array.from(periods, (_, t) => rows.reduce((all, row, i) => all + (of(i) ? row[t]! : 0), 0));
	const above = (level: string, codes: string[], holds: (code: string, i: number) => boolean): Panel => ({
		...gemeente,
		level,
		regions: codes,
		count: codes.map((code) => sum(count, (i) => holds(code, i))),
		sigma: codes.map(() => column(20)),
		exposure: codes.map((code) => sum(gemeente.exposure, (i) => holds(code, i))),
		exposureSigma: codes.map(() => column(20))
	});
	return [
		above('land', ['land'], () => true),
		above('provincie', ['P', 'Q'], (code, i) => provinceOf(i) === code),
		{ ...gemeente, ...change(gemeente) }
	];
}

/** The same, of the first periods alone. */
function until(list: readonly Panel[], length: number): Panel[] {
	const cut = (rows: readonly Float64Array[]) => rows.map((row) => row.slice(0, length));
	return list.map((panel) => ({
		...panel,
		periods: panel.periods.slice(0, length),
		count: cut(panel.count),
		sigma: cut(panel.sigma),
		exposure: cut(panel.exposure),
		exposureSigma: cut(panel.exposureSigma)
	}));
}

const rowsOf = (list: readonly Panel[], t = QUARTERS - 1, from = TOLD): Map<string, WatchRow> =>
	new Map(watch(list, regions, from).periods[t - from]!.rows.map((row) => [row.region, row]));

const risen: Factor = (i, t) => (i === 4 && t >= 18 ? 1.8 : 1);

describe('watch', () => {
	it('tells each region of each told period once, gemeenten against the nation, larger ones against themselves', () => {
		const { periods: told, levels } = watch(panels(), regions, TOLD);
		expect(told.map(({ period }) => period)).toEqual(['2023Q1', '2023Q2', '2023Q3', '2023Q4']);
		for (const { rows } of told) {
			expect(rows.map(({ region }) => region)).toEqual(['land', 'P', 'Q', ...gemeenten]);
			expect(new Set(rows.map(({ region, against }) => `${region.charAt(0)} ${against}`))).toEqual(
				new Set(['l itself', 'P itself', 'Q itself', 'g nation'])
			);
			expect(rows.filter(({ state }) => state === 'signal' || state === 'supply')).toEqual([]);
		}
		const [row] = told[3]!.rows;
		expect(Math.abs(row!.estimate - 0.01)).toBeLessThan(0.001);
		expect(row!.upper95 - row!.estimate).toBeCloseTo(1.959964 * row!.estimateSd, 8);
		expect(row!.estimate - row!.lower80).toBeCloseTo(1.281552 * row!.estimateSd, 8);
		expect(levels.map(({ panel, hyper, ratios }) => [panel.level, hyper !== null, ratios.length])).toEqual([
			['land', false, 0],
			['provincie', false, 0],
			['gemeente', true, 40]
		]);
		for (const { judgedFrom, lfdr, detectable, opened } of levels)
			for (const column of [...lfdr, ...detectable, ...opened]) expect(column).toHaveLength(QUARTERS - judgedFrom);
	});

	it('tells what rises, since when, and which region explains the signal above it', () => {
		const rows = rowsOf(panels(risen), 21);
		expect(rows.get('g4')).toMatchObject({ state: 'signal', explainedBy: 'g4', onset: '2022Q3', watchedBy: null });
		expect(['2022Q3', '2022Q4']).toContain(rows.get('g4')!.opened);
		expect(rows.get('g4')!.rise!).toBeGreaterThan(0.3);
		expect(rows.get('g4')!.pEvent).toBeGreaterThan(0.99);
		expect(rows.get('g5')).toMatchObject({ state: 'quiet', opened: null, onset: null, explainedBy: null });
		const province: Factor = (i, t) => (i === 4 && t >= 20 ? 6 : 1);
		const lifted = rowsOf(panels(province), 21);
		expect(lifted.get('P')).toMatchObject({ state: 'signal', explainedBy: 'g4' });
	});

	it('rolls up what is too small to be watched alone', () => {
		const rows = rowsOf(panels());
		expect(rows.get('g38')).toMatchObject({ state: 'too_small', watchedBy: 'P', opened: null });
		expect(rows.get('g39')).toMatchObject({ state: 'too_small', watchedBy: 'Q' });
		expect(rows.get('g38')!.detectable!).toBeGreaterThan(0.5);
		// A small region opens no signal by itself, however much it seems to rise.
		const leap = panels((i, t) => (i === 38 && t >= 18 ? 60 : 1));
		expect(rowsOf(leap).get('g38')!.state).toBe('too_small');
	});

	it('suspects supply when many rise at once, and with them what they make up', () => {
		const rows = rowsOf(
			panels((i, t) => (i < 38 && i % 4 === 0 && t >= 20 ? 1.8 : 1)),
			21
		);
		expect(rows.get('g4')!.state).toBe('supply');
		expect(rows.get('g8')).toMatchObject({ state: 'supply', explainedBy: 'g8' });
		expect([...rows.values()].filter(({ state }) => state === 'signal')).toEqual([]);
		expect(rows.get('P')!.state).toBe('supply');
	});

	it('starts anew at a declared break and withholds the comparison across it', () => {
		const breaks = [{ series: 4, period: 18 }];
		const rows = rowsOf(
			panels(risen, () => ({ breaks })),
			21
		);
		expect(rows.get('g4')).toMatchObject({ state: 'quiet', rise: null, riseSd: null, pRise10: null });
		expect(rows.get('g4')!.estimate).toBeGreaterThan(1.4);
		expect(rows.get('g6')!.rise).not.toBeNull();
		const year = rowsOf(
			panels(risen, () => ({ breaks })),
			22
		);
		expect(year.get('g4')!.rise).not.toBeNull();
	});

	it('tells a period from what was known in it', () => {
		const list = panels((i, t) => (i === 4 && t >= 21 ? 3 : 1));
		expect(watch(until(list, 21), regions, TOLD).periods).toEqual(watch(list, regions, TOLD).periods.slice(0, 1));
	});

	it('has no rows before there is enough to judge by', () => {
		const early = watch(panels(), regions, 15);
		expect(early.levels).toEqual([]);
		expect(early.periods.map(({ rows }) => rows.length)).toEqual(Array(9).fill(0));
		expect(watch(panels(), regions, 16).levels).toHaveLength(3);
		// What counts is where the figures begin, not the calendar.
		const late = panels().map((panel) => ({
			...panel,
			count: panel.count.map((row) => row.map((v, t) => (t < 5 ? NaN : v)))
		}));
		expect(watch(late, regions, TOLD).levels).toEqual([]);
		expect(watch([], regions, TOLD)).toEqual({ periods: [], levels: [] });
	});

	it('leaves out a region without a figure in the period, and a level without any', () => {
		const missing = ({ count }: Panel) => ({
			count: count.map((row, i) => row.map((v, t) => (i === 7 && t === 21 ? NaN : i === 8 ? NaN : v)))
		});
		const list = panels(quiet, missing);
		expect(rowsOf(list, 21).has('g7')).toBe(false);
		expect(rowsOf(list, 22).has('g7')).toBe(true);
		expect(rowsOf(list, 22).has('g8')).toBe(false);
		const [land, ...rest] = panels();
		const without = { ...land!, count: land!.count.map((row) => row.map((v, t) => (t === 21 ? NaN : v))) };
		expect([rowsOf([without, ...rest], 21).has('land'), rowsOf([without, ...rest], 22).has('land')]).toEqual([
			false,
			true
		]);
		const none = panels(quiet, ({ count }) => ({ count: count.map((row) => row.map(() => NaN)) }));
		expect(watch(none, regions, TOLD).levels.map(({ panel }) => panel.level)).toEqual(['land', 'provincie']);
	});

	it('does not stop at exposures of nothing or noise that is not known', () => {
		const odd = ({ exposure, sigma }: Panel) => ({
			exposure: exposure.map((row, i) => (i === 2 ? row.map((_, t) => (t % 2 === 0 ? 0 : -5)) : row)),
			sigma: sigma.map((row, i) => (i === 3 ? row.map(() => NaN) : i === 5 ? row.map(() => 0) : row))
		});
		const rows = rowsOf(panels(quiet, odd));
		expect([rows.has('g2'), rows.has('g3'), rows.has('g5')]).toEqual([false, false, true]);
		const values = [...rows.values()].flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number');
		expect(values.every(Number.isFinite)).toBe(true);
	});

	it('watches years as well', () => {
		const names = Array.from({ length: 8 }, (_, t) => String(2016 + t));
		const list = until(
			panels((i, t) => (i === 4 && t >= 7 ? 1.8 : 1)),
			8
		).map((panel) => ({
			...panel,
			freq: 1 as const,
			periods: names
		}));
		expect(watch(list, regions, 4).levels).toEqual([]);
		const rows = rowsOf(list, 7, 7);
		expect(rows.get('g4')).toMatchObject({ state: 'signal', opened: '2023', onset: '2023', against: 'nation' });
		expect(rows.get('land')).toMatchObject({ state: 'quiet', against: 'itself' });
		expect(rows.size).toBe(43);
	});
});
