import type { Calibration, Parameter, Setting } from '../../analytics/synthetic/calibration.ts';
import { GROUPS, SOURCES } from '../../analytics/synthetic/groups.ts';
import { events } from './events.ts';
import type { Measured } from './measure.ts';
import { DAMPING, clip, quantile, range, share, smoothed, weight, type Set } from './numbers.ts';
import * as target from './targets.ts';

/** Rough spread of log incomes around the threshold, by group. */
const SPREADS: Readonly<Record<string, number>> = { assistance: 0.13, pension: 0.14, disability: 0.22, owner: 0.45 };
const SPREAD = 0.22;
/** No group's incomes are moved further than this. */
const HIGHEST = 0.35;
/** Settings before the first simulated year, so that the years before it are like it. */
const BEFORE = 3;

export interface Step {
	readonly settings: Setting[];
	readonly report: string;
}

export function step(current: Calibration, measured: Measured, first: number, last: number): Step {
	const settings: Setting[] = [];
	const lines: string[] = [];
	const set = (parameter: Parameter, key: string, year: number, value: number): void => {
		settings.push({ parameter, key, year, value });
	};
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	const note = (name: string, pairs: readonly (readonly [found: number, wanted: number])[]): void => {
		const off = pairs.map(([found, wanted]) => found / wanted - 1);
		lines.push(`${name.padEnd(46)} ${off.map((value) => `${(100 * value).toFixed(0)}%`.padStart(6)).join('')}`);
	};

	for (const key of [...GROUPS.map(([group]) => group), ...SOURCES.map(([source]) => source), 'owner']) {
		note(
			`low income ${key}`,
			years.map((year) => [share(measured.low.get(`${key} ${year}`)), target.lowIncomeOf(key, year)])
		);
		for (const year of years) {
			const found = measured.low.get(`${key} ${year}`)!;
			const move = quantile(smoothed(found)) - quantile(target.lowIncomeOf(key, year));
			const size = DAMPING * (SPREADS[key] ?? SPREAD);
			set('income', key, year, clip(current.get('income', key, year, 0) + size * weight(found.n, 300) * move, HIGHEST));
		}
	}
	for (const key of ['young', 'old']) {
		note(
			`social minimum ${key}`,
			years.map((year) => [share(measured.minimum.get(`${key} ${year}`)), target.minimumOf(key, year)])
		);
		for (const year of years) {
			const found = share(measured.minimum.get(`${key} ${year}`));
			const move = quantile(found) - quantile(target.minimumOf(key, year));
			const start = key === 'old' ? 0.89 : 1;
			set('minimum', key, year, current.get('minimum', key, year, start) * Math.exp(DAMPING * 0.12 * move));
		}
	}
	places(current, measured, set, lines);

	for (const [name, wanted, power] of [
		['assistance', target.assistance, 3],
		['unemployment', target.unemployment, 1],
		['disability', target.disability, 1.5]
	] as const) {
		const off = years.map((year) => share(measured[name].get(year)) / wanted(year));
		note(
			name,
			off.map((value) => [value, 1])
		);
		for (const [i, year] of years.entries()) {
			// A stock carries most of its deviation over from the year before: this year's rate answers for the rest.
			const carried = i === 0 ? 0 : CARRIED[name] * Math.log(off[i - 1]!);
			const own = Math.log(off[i]!) - carried;
			const value = current.get(name, '', year, START[name](year)) * Math.exp(-DAMPING * power * own);
			set(name, '', year, Math.min(6, Math.max(0.15, value)));
		}
	}
	for (const year of range(first - BEFORE, last)) {
		set('jobs', '', year, target.nearest(JOBS, year));
		set('assistance', 'after_work', year, target.nearest(ASSISTANCE_AFTER_WORK, year));
	}

	debts(current, measured, years, set, note);
	events(current, measured, set, lines);
	const defaulters = years.map((year) => share(measured.defaulters.get(year)));
	note(
		'defaulters',
		defaulters.map((found) => [found, target.DEFAULTERS])
	);
	for (const [i, year] of years.entries())
		set(
			'defaults',
			'',
			year,
			clip(current.get('defaults', '', year, 1) * (target.DEFAULTERS / defaulters[i]!) ** 0.8, 4)
		);
	return { settings, report: lines.join('\n') };
}

type Note = (name: string, pairs: readonly (readonly [found: number, wanted: number])[]) => void;

const CARRIED = { assistance: 0.82, unemployment: 0.25, disability: 0.9 };
const START = {
	assistance: (): number => 2.2,
	unemployment: (year: number): number => (year < 2015 ? 1.5 : year < 2017 ? 1.3 : 0.9),
	disability: (): number => 1
};

/**
 * Ease of finding work, and how often work ends in social assistance: guesses of ours, such that the shares of households that
 * lost a job or began social assistance in three years stay near the published ones, which the source counts otherwise from 2022 on.
 */
const JOBS = new Map([
	[2014, 0.65],
	[2015, 0.75],
	[2016, 0.75],
	[2017, 0.85],
	[2018, 0.92],
	[2019, 1.05],
	[2020, 0.85],
	[2021, 1.45],
	[2022, 1.4]
]);
const ASSISTANCE_AFTER_WORK = new Map([
	[2016, 3.5],
	[2017, 4.5],
	[2018, 4.8],
	[2019, 3.9],
	[2020, 3.1],
	[2021, 1.4],
	[2022, 1.4],
	[2023, 1.9]
]);

/** Municipal shares in 2020, each against the country. */
function places(current: Calibration, measured: Measured, set: Set, lines: string[]): void {
	let n = 0;
	let k = 0;
	let wanted = 0;
	for (const [code, count] of measured.places) {
		n += count.n;
		k += count.k;
		wanted += count.n * target.placeShares.get(code)!;
	}
	let squares = 0;
	for (const [code, count] of measured.places) {
		const aim = (target.placeShares.get(code)! * k) / wanted;
		const found = (count.k + aim * 20) / (count.n + 20);
		squares += count.n * (count.k / count.n - aim) ** 2;
		const move = quantile(found) - quantile(aim);
		const value = current.get('income_place', code, 0, 0) + 0.6 * SPREAD * weight(count.n, 800) * move;
		set('income_place', code, 0, clip(value, 0.6));
	}
	lines.push(
		`municipalities, root mean square difference: ${(100 * Math.sqrt(squares / n)).toFixed(2)} points of ${((100 * k) / n).toFixed(2)}`
	);
}

function debts(current: Calibration, measured: Measured, years: readonly number[], set: Set, note: Note): void {
	const stocks = years.map((year) => [share(measured.stock.get(year)), target.stock(year)] as const);
	const first = years[0]! - BEFORE;
	// Fitted by hand: what runs that start in other years begin with, and how much of a year's inflow its last quarter has.
	for (const setting of current.settings)
		if (
			(setting.parameter === 'debts_start' && setting.year !== first) ||
			(setting.parameter === 'debts_begin' && setting.key === 'last_quarter')
		)
			set(setting.parameter, setting.key, setting.year, setting.value);
	note('debts, stock', stocks);
	note(
		'debts, inflow',
		years.slice(1).map((year) => [share(measured.inflow.get(year)), target.inflow(year)])
	);
	for (const [i, year] of years.entries()) {
		const found = i === 0 ? null : share(measured.inflow.get(year));
		const begin = current.get('debts_begin', '', year, 1);
		if (found !== null) set('debts_begin', '', year, begin * (target.inflow(year) / found) ** 0.9);
		else {
			// The years before the first measured one begin as that one does.
			const next = share(measured.inflow.get(year + 1));
			const as = current.get('debts_begin', '', year + 1, 1) * (target.inflow(year) / next);
			set('debts_begin', '', year, as);
			const start = current.get('debts_start', '', first, 1);
			set('debts_start', '', first, start * (target.stock(year) / stocks[0]![0]) ** 0.7);
		}
		const [stock, wanted] = stocks[i]!;
		const carried = i === 0 ? 0 : 0.84 * (stocks[i - 1]![0] - stocks[i - 1]![1]);
		const entered = found === null ? 0 : 0.91 * (found - target.inflow(year));
		const surplus = (stock - wanted - carried - entered) / (0.16 * wanted);
		const end = current.get('debts_end', '', year, 1);
		// The first stock is what households start with.
		const move = i === 0 ? 0 : DAMPING * Math.max(-1, Math.min(1, surplus));
		set('debts_end', '', year, Math.min(3, Math.max(0.2, end * Math.exp(move))));
	}
}
