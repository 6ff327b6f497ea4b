import type { Calibration, Parameter, Setting } from '../../analytics/synthetic/calibration.ts';
import { GROUPS, SOURCES } from '../../analytics/synthetic/groups.ts';
import type { Count, Measured } from './measure.ts';
import * as target from './targets.ts';

/** How far a step goes towards the published figure. */
const DAMPING = 0.7;
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
		note(`low income ${key}`, years.map((year) => [share(measured.low.get(`${key} ${year}`)), target.lowIncomeOf(key, year)]));
		for (const year of years) {
			const found = measured.low.get(`${key} ${year}`)!;
			const move = quantile(smoothed(found)) - quantile(target.lowIncomeOf(key, year));
			const size = DAMPING * (SPREADS[key] ?? SPREAD);
			set('income', key, year, clip(current.get('income', key, year, 0) + size * weight(found.n, 300) * move, HIGHEST));
		}
	}
	for (const key of ['young', 'old']) {
		note(`social minimum ${key}`, years.map((year) => [share(measured.minimum.get(`${key} ${year}`)), target.minimumOf(key, year)]));
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
		note(name, off.map((value) => [value, 1]));
		for (const [i, year] of years.entries()) {
			// A stock carries most of its deviation over from the year before: this year's rate answers for the rest.
			const carried = i === 0 ? 0 : CARRIED[name] * Math.log(off[i - 1]!);
			const own = Math.log(off[i]!) - carried;
			const value = current.get(name, '', year, START[name](year)) * Math.exp(-DAMPING * power * own);
			set(name, '', year, Math.min(6, Math.max(0.15, value)));
		}
	}
	for (const year of range(first - BEFORE, last)) set('jobs', '', year, jobs(year));

	debts(current, measured, years, set, note);
	events(current, measured, set, lines);
	const defaulters = years.map((year) => share(measured.defaulters.get(year)));
	note('defaulters', defaulters.map((found) => [found, target.DEFAULTERS]));
	for (const [i, year] of years.entries())
		set('defaults', '', year, clip(current.get('defaults', '', year, 1) * (target.DEFAULTERS / defaulters[i]!) ** 0.8, 4));
	return { settings, report: lines.join('\n') };
}

type Set = (parameter: Parameter, key: string, year: number, value: number) => void;
type Note = (name: string, pairs: readonly (readonly [found: number, wanted: number])[]) => void;

const CARRIED = { assistance: 0.82, unemployment: 0.25, disability: 0.9 };
const START = {
	assistance: (): number => 2.2,
	unemployment: (year: number): number => (year < 2015 ? 1.5 : year < 2017 ? 1.3 : 0.9),
	disability: (): number => 1
};

/** Ease of finding work: a guess of ours along the business cycle. */
function jobs(year: number): number {
	return year < 2015 ? 0.65 : year < 2017 ? 0.75 : year < 2018 ? 0.9 : year === 2020 ? 0.9 : year > 2020 ? 1.2 : 1.05;
}

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
	lines.push(`municipalities, root mean square difference: ${(100 * Math.sqrt(squares / n)).toFixed(2)} points of ${((100 * k) / n).toFixed(2)}`);
}

function debts(current: Calibration, measured: Measured, years: readonly number[], set: Set, note: Note): void {
	const stocks = years.map((year) => [share(measured.stock.get(year)), target.stock(year)] as const);
	note('debts, stock', stocks);
	note('debts, inflow', years.slice(1).map((year) => [share(measured.inflow.get(year)), target.inflow(year)]));
	for (const [i, year] of years.entries()) {
		const found = i === 0 ? null : share(measured.inflow.get(year));
		const begin = current.get('debts_begin', '', year, 1);
		if (found !== null) set('debts_begin', '', year, begin * (target.inflow(year) / found) ** 0.9);
		else {
			// The years before the first measured one begin as that one does.
			const next = share(measured.inflow.get(year + 1));
			const as = current.get('debts_begin', '', year + 1, 1) * (target.inflow(year) / next);
			set('debts_begin', '', year, as);
			const start = current.get('debts_start', '', 0, 1);
			set('debts_start', '', 0, start * (target.stock(year) / stocks[0]![0]) ** 0.9);
		}
		const [stock, wanted] = stocks[i]!;
		const carried = i === 0 ? 0 : 0.84 * (stocks[i - 1]![0] - stocks[i - 1]![1]);
		const entered = found === null ? 0 : 0.91 * (found - target.inflow(year));
		const surplus = (stock - wanted - carried - entered) / (0.16 * wanted);
		const end = current.get('debts_end', '', year, 1);
		set('debts_end', '', year, Math.min(3, Math.max(0.2, end * Math.exp(DAMPING * Math.max(-1, Math.min(1, surplus))))));
	}
}

/** Keys of settings whose chances are published for households at several dates; what is published without a partner at work. */
const YEARLY = ['job_loss own', 'job_loss other_member', 'social_assistance_start own', 'social_assistance_start other_member'];

/** Ratios of chances. Those of single dates are too few to tell each apart: they share a part of the correction. */
function events(current: Calibration, measured: Measured, set: Set, lines: string[]): void {
	for (const { event, who } of distinct()) {
		const targets = target.eventTargets.filter((one) => one.event === event && one.who === who);
		const yearly = targets.filter(({ unit }) => unit === 'household');
		const used = yearly.length > 0 ? yearly : targets;
		const found = used.map((one) => counted(measured, one, yearly.length === 0));
		lines.push(
			`${`${event} ${who}`.padEnd(46)} ${used.map(({ year, ratio }, i) => `${year} ${ratioOf(found[i]!).toFixed(2)}/${ratio.toFixed(2)}`).join('  ')}`
		);
	}
	const factor = (key: string, event: string, who: 'own' | 'other_member', alone?: 'minus'): void => {
		const targets = target.eventTargets.filter((one) => one.event === event && one.who === who);
		const yearly = targets.filter(({ unit }) => unit === 'household');
		const used = yearly.length > 0 ? yearly : targets;
		let expected = 0;
		let entered = 0;
		const parts = used.map((one) => {
			let { with: met, without, ratio } = { ...counted(measured, one, yearly.length === 0), ratio: one.ratio };
			if (alone === 'minus') {
				const lonely = target.eventTargets.find(
					(other) => other.event === `${event}_no_working_partner` && other.who === who && other.year === one.year
				);
				if (lonely !== undefined) {
					const other = counted(measured, lonely, false);
					const base = without.k / without.n;
					const met2 = { n: met.n - other.with.n, k: met.k - other.with.k };
					const wantedAll = ratio * base * met.n;
					const wantedAlone = lonely.ratio * base * other.with.n;
					ratio = Math.max(0.3, (wantedAll - wantedAlone) / met2.n / base);
					met = met2;
				}
			}
			const want = (ratio * met.n * without.k) / without.n;
			expected += want;
			entered += met.k;
			return { year: one.year, want, found: met.k };
		});
		const common = Math.max(0.6, Math.min(1.7, expected / Math.max(1, entered)));
		for (const { year, want, found } of parts) {
			const own = (want + 25 * common) / (found + 25);
			const value = current.get('event', key, year, 1) * own ** DAMPING;
			set('event', key, year, Math.min(30, Math.max(0.15, value)));
		}
	};
	for (const key of YEARLY) {
		const [event, who] = key.split(' ') as [string, 'own' | 'other_member'];
		if (event !== 'job_loss') factor(key, event, who);
		else {
			factor(key, 'job_loss_no_working_partner', who);
			factor(`job_loss_beside_worker ${who}`, 'job_loss', who, 'minus');
		}
	}
	for (const event of ['disability', 'separation', 'partner_died'] as const)
		for (const who of ['own', 'other_member'] as const) factor(`${event} ${who}`, event, who);
	for (const event of ['child', 'child_turned_18', 'income_drop']) factor(`${event} own`, event, 'own');
}

function distinct(): { event: string; who: 'own' | 'other_member' }[] {
	const keys = new Set(target.eventTargets.map(({ event, who }) => `${event} ${who}`));
	return [...keys].map((key) => {
		const [event, who] = key.split(' ') as [string, 'own' | 'other_member'];
		return { event, who };
	});
}

/** Counts of one date; of what is known for 2018 only, of all years together. */
function counted(measured: Measured, { event, who, unit, year }: target.EventTarget, all: boolean): { with: Count; without: Count } {
	const found = [...measured.events].filter(([key]) =>
		all ? key.startsWith(`${event} ${who} ${unit} `) && Number(key.slice(-4)) >= 2017 : key === `${event} ${who} ${unit} ${year}`
	);
	return found.reduce((sum, [, one]) => ({ with: add(sum.with, one.with), without: add(sum.without, one.without) }), {
		with: { n: 0, k: 0 },
		without: { n: 0, k: 0 }
	});
}

function add(a: Count, b: Count): Count {
	return { n: a.n + b.n, k: a.k + b.k };
}

function ratioOf({ with: met, without }: { with: Count; without: Count }): number {
	return met.k / met.n / (without.k / without.n);
}

function share(count: Count | undefined): number {
	return count === undefined ? NaN : count.k / count.n;
}

function smoothed({ n, k }: Count): number {
	return (k + 0.5) / (n + 1);
}

/** Small counts move a setting less. */
function weight(n: number, half: number): number {
	return n / (n + half);
}

function clip(value: number, most: number): number {
	return Math.min(most, Math.max(-most, value));
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Standard normal quantile, absolute error below 5e-4 (M. Abramowitz and I. A. Stegun 1964, 26.2.23). */
function quantile(p: number): number {
	const tail = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
	const z =
		tail -
		(2.515517 + 0.802853 * tail + 0.010328 * tail ** 2) /
			(1 + 1.432788 * tail + 0.189269 * tail ** 2 + 0.001308 * tail ** 3);
	return p < 0.5 ? -z : z;
}
