import type { Calibration } from '../../analytics/synthetic/calibration.ts';
import type { Count, Measured } from './measure.ts';
import { DAMPING, type Set } from './numbers.ts';
import * as target from './targets.ts';

/** Keys of settings whose chances are published for households at several dates; what is published without a partner at work. */
const YEARLY = [
	'job_loss own',
	'job_loss other_member',
	'social_assistance_start own',
	'social_assistance_start other_member'
];

/** Ratios of chances. Those of single dates are too few to tell each apart: they share a part of the correction. */
export function events(current: Calibration, measured: Measured, set: Set, lines: string[]): void {
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
			const { with: all, without } = counted(measured, one, yearly.length === 0);
			let { ratio } = one;
			let met = all;
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
function counted(
	measured: Measured,
	{ event, who, unit, year }: target.EventTarget,
	all: boolean
): { with: Count; without: Count } {
	const found = [...measured.events].filter(([key]) =>
		all
			? key.startsWith(`${event} ${who} ${unit} `) && Number(key.slice(-4)) >= 2017
			: key === `${event} ${who} ${unit} ${year}`
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
