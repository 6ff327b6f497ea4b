import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSignalsInput, type SignalsInput } from './input.ts';
import { signals, type SignalsOutput } from './signals.ts';

/**
 * Whole worlds against the goals of the method page. One world of a kind has some 34 events, so a share of found events has
 * a standard error of about .08: the worlds are fixed, and what is tested is that the method still does as well on them.
 */
const folder = '../shared/reference/early-warning/worlds';

interface Truth {
	event_series0: number[];
	onset0: number[];
	relative_level: number[][];
}

function read(name: string): { input: SignalsInput; truth: Truth } {
	const json = (kind: string) => JSON.parse(readFileSync(`${folder}/${name}.${kind}.json`, 'utf8'));
	return { input: parseSignalsInput(json('input'), name), truth: json('truth') };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Expected calibration error in ten bins of equal width. */
function calibrationError(stated: readonly number[], real: readonly number[]): number {
	const gaps = new Float64Array(10);
	stated.forEach((p, i) => (gaps[Math.min(9, Math.floor(10 * p))]! += p - real[i]!));
	return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / stated.length;
}

function score({ freq, train }: SignalsInput, truth: Truth, out: SignalsOutput) {
	const months = 12 / freq;
	const onset = new Map(truth.event_series0.map((series, k) => [series, truth.onset0[k]!]));
	const cells = out.signal.flatMap((row, i) =>
		row.map((signal, k) => {
			const t = train + k;
			const level = truth.relative_level[i]![t]!;
			const rise = level / truth.relative_level[i]![t - freq]! - 1;
			const age = (t - (onset.get(i) ?? Infinity)) * months;
			return {
				signal,
				// An event counts as one for 18 months.
				event: age >= 0 && age < 18,
				eventful: onset.has(i),
				probability: 1 - out.lfdr[i]![k]!,
				inLevel: level >= out.level.lo95[i]![k]! && level <= out.level.hi95[i]![k]!,
				inRise: Math.abs(rise - out.rise.mean[i]![k]!) <= 1.959964 * out.rise.sd[i]![k]!,
				risen: rise > 0.1 ? 1 : 0,
				p10: out.rise.p10[i]![k]!
			};
		})
	);
	const flagged = cells.filter((cell) => cell.signal);
	const quiet = cells.filter((cell) => !cell.eventful);
	const delays = [...onset].map(([i, from]) => {
		const first = out.signal[i]!.findIndex(
			(signal, k) => signal && train + k >= from && (train + k - from) * months < 18
		);
		return first < 0 ? Infinity : (train + first - from + 1) * months;
	});
	const base = mean(cells.map((cell) => cell.risen));
	const sorted = [...cells].sort((a, b) => b.p10 - a.p10).slice(0, Math.floor(cells.length / 20));
	return {
		falseShare: flagged.length === 0 ? 0 : mean(flagged.map((cell) => (cell.event ? 0 : 1))),
		falsePerThousand: 1000 * mean(quiet.map((cell) => (cell.signal ? 1 : 0))),
		found: (within: number) => mean(delays.map((delay) => (delay <= within ? 1 : 0))),
		levelCoverage: mean(cells.map((cell) => (cell.inLevel ? 1 : 0))),
		riseCoverage: mean(cells.map((cell) => (cell.inRise ? 1 : 0))),
		brierSkill: 1 - mean(cells.map((cell) => (cell.p10 - cell.risen) ** 2)) / (base * (1 - base)),
		calibration: calibrationError(
			cells.map((cell) => cell.probability),
			cells.map((cell) => (cell.event ? 1 : 0))
		),
		precisionTop: mean(sorted.map((cell) => cell.risen))
	};
}

/** Root mean square error of the level over that of the raw ratio. */
function errorAgainstRaw({ noisy_count, exposure, train }: SignalsInput, truth: Truth, out: SignalsOutput): number {
	const sizes = exposure as number[];
	const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	const pairs = Array.from({ length: noisy_count[0]!.length - train }, (_, k) => {
		const seen = noisy_count.flatMap((row, i) => (row[train + k] === null ? [] : [{ i, count: row[train + k]! }]));
		const rate = total(seen.map(({ count }) => count)) / total(seen.map(({ i }) => sizes[i]!));
		return seen.map(({ i, count }) => {
			const level = truth.relative_level[i]![train + k]!;
			return { raw: (count / (sizes[i]! * rate) - level) ** 2, model: (out.level.mean[i]![k]! - level) ** 2 };
		});
	}).flat();
	return Math.sqrt(total(pairs.map((pair) => pair.model)) / total(pairs.map((pair) => pair.raw)));
}

/** Kind of world: most false share, least found within months, least Brier skill, most error against raw. */
const goals = {
	A: {
		falseShare: 0.15,
		found: [
			[6, 0.33],
			[9, 0.58],
			[12, 0.7]
		],
		brierSkill: 0.35,
		error: 0.3
	},
	B: { falseShare: 0.3, found: [[12, 0.18]], brierSkill: 0.08, error: 0.22 },
	C: {
		falseShare: 0.15,
		found: [
			[6, 0.6],
			[12, 0.82]
		],
		brierSkill: 0.45,
		error: 0.5
	},
	H: { falseShare: 0.2, found: [], brierSkill: 0.35, error: Infinity }
} as const;

describe.runIf(existsSync(folder))('EWS-1 on the frozen worlds', () => {
	it.each(Object.entries(goals))('reaches the goals on world %s', (kind, goal) => {
		const { input, truth } = read(`${kind}_alt1`);
		const out = signals(input);
		const reached = score(input, truth, out);
		expect(reached.falseShare).toBeLessThanOrEqual(goal.falseShare);
		for (const [within, share] of goal.found) expect(reached.found(within)).toBeGreaterThanOrEqual(share);
		expect(reached.brierSkill).toBeGreaterThanOrEqual(goal.brierSkill);
		expect(errorAgainstRaw(input, truth, out)).toBeLessThanOrEqual(goal.error);
		expect(reached.calibration).toBeLessThanOrEqual(0.03);
		for (const coverage of [reached.levelCoverage, reached.riseCoverage]) {
			expect(coverage).toBeGreaterThanOrEqual(0.93);
			expect(coverage).toBeLessThanOrEqual(0.97);
		}
		if (kind === 'A') expect(reached.precisionTop).toBeGreaterThanOrEqual(0.42);
	});

	it('raises no alarm without events, nor for a break in supply that is declared', () => {
		const { input, truth } = read('A_null1001');
		const quiet = signals(input);
		expect(score(input, truth, quiet).falsePerThousand).toBeLessThanOrEqual(0.5);

		const period = 60;
		const affected = Array.from({ length: 60 }, (_, k) => 5 * k);
		const noisy_count = input.noisy_count.map((row, i) =>
			row.map((value, t) => (affected.includes(i) && t >= period && value !== null ? Math.round(1.25 * value) : value))
		);
		const count = (out: SignalsOutput) => out.signal.flat().filter(Boolean).length;
		const breaks = affected.map((series) => ({ series, period }));
		const { hyper } = quiet;
		expect(count(signals({ ...input, noisy_count, breaks }, hyper))).toBeLessThanOrEqual(2);
		expect(count(signals({ ...input, noisy_count }, hyper))).toBeGreaterThan(100);
	});
});
