import { describe, expect, it } from 'vitest';
import { parseSignalsInput } from './input.ts';
import { signals } from './signals.ts';

const hyper = { tau2: 1e-4, phi: 1.2, ws: 5e-4 };
const SERIES = 24;
const MONTHS = 48;
const TRAIN = 36;

/** Counts around 400 with a national season and an even spread of small deviations that follows no series or month. */
function counts(): (number | null)[][] {
	return Array.from({ length: SERIES }, (_, i) =>
		Array.from({ length: MONTHS }, (_, t) => {
			const spread = ((i * 7919 + t * 104729 + i * t * 31) % 61) - 30;
			return Math.round(400 * (1 + 0.1 * Math.sin((2 * Math.PI * t) / 12)) + spread);
		})
	);
}

function input(noisy_count: (number | null)[][], more: object = {}) {
	const base = { id: 'test', freq: 12, train: TRAIN, exposure: Array(SERIES).fill(20_000), sigma: 5 };
	return parseSignalsInput({ ...base, noisy_count, ...more }, 'test.json');
}

function raise(rows: (number | null)[][], series: number, from: number, factor: number) {
	rows[series] = rows[series]!.map((value, t) => (value !== null && t >= from ? Math.round(value * factor) : value));
	return rows;
}

describe('signals', () => {
	it('has one entry per series and scored period, and intervals around their means', () => {
		const out = signals(input(counts()), hyper);
		const { lfdr, signal, level, rise, detectable, open, opened, onset, baseline } = out;
		const all = [lfdr, signal, detectable, open, opened, onset, baseline.z, baseline.signal];
		for (const scores of [...all, ...Object.values(level), ...Object.values(rise)]) {
			expect(scores).toHaveLength(SERIES);
			for (const row of scores) expect(row).toHaveLength(MONTHS - TRAIN);
		}
		expect(out.hyper).toEqual(hyper);
		expect(level.lo95[3]![5]!).toBeLessThan(level.lo80[3]![5]!);
		expect(level.hi95[3]![5]! - level.mean[3]![5]!).toBeCloseTo(1.959964 * level.sd[3]![5]!, 6);
		expect(level.hi80[3]![5]! - level.mean[3]![5]!).toBeCloseTo(1.281552 * level.sd[3]![5]!, 6);
	});

	it('stays silent when nothing happens, and when it happens to the whole nation', () => {
		expect(signals(input(counts()), hyper).signal.flat()).not.toContain(true);
		let shocked = counts();
		for (let i = 0; i < SERIES; i++) shocked = raise(shocked, i, 40, 1.4);
		expect(signals(input(shocked), hyper).signal.flat()).not.toContain(true);
	});

	it('finds one series that rises, says by how much, and leaves the others alone', () => {
		const { signal, rise, lfdr } = signals(input(raise(counts(), 5, 40, 1.4)), hyper);
		expect(signal[5]!.at(-1)).toBe(true);
		expect(signal[5]!.slice(0, 40 - TRAIN)).not.toContain(true);
		expect(lfdr[5]!.at(-1)!).toBeLessThan(0.01);
		expect(rise.p10[5]!.at(-1)!).toBeGreaterThan(0.99);
		expect(Math.abs(rise.mean[5]!.at(-1)! - 0.4)).toBeLessThan(3 * rise.sd[5]!.at(-1)!);
		expect(signal.filter((_, i) => i !== 5).flat()).not.toContain(true);
	});

	it('does not call a declared break in supply a rise, and withholds the comparison across it', () => {
		const jumped = raise(counts(), 5, 40, 1.4);
		const { signal, rise, level } = signals(input(jumped, { breaks: [{ series: 5, period: 40 }] }), hyper);
		expect(signal.flat()).not.toContain(true);
		expect(rise.p10[5]!.map((value) => value === null)).toEqual(Array.from({ length: 12 }, (_, k) => TRAIN + k >= 40));
		expect(rise.mean[4]).not.toContain(null);
		expect(level.mean[5]!.at(-1)!).toBeGreaterThan(1.25);
	});

	it('lets missing periods widen the interval and bridges them', () => {
		const holes = counts();
		holes[2] = holes[2]!.map((value, t) => (t >= 42 && t < 47 ? null : value));
		for (const row of holes) row[45] = null;
		const { level, detectable, lfdr } = signals(input(holes), hyper);
		const sd = level.sd[2]!;
		expect(sd[46 - TRAIN]!).toBeGreaterThan(sd[41 - TRAIN]!);
		expect(sd[47 - TRAIN]!).toBeLessThan(sd[46 - TRAIN]!);
		expect(detectable[2]![47 - TRAIN]!).toBeGreaterThan(detectable[3]![47 - TRAIN]!);
		expect([...lfdr.flat(), ...level.mean.flat()].every(Number.isFinite)).toBe(true);
	});

	it('sees less the more noise it is told of', () => {
		const loud = signals(input(counts(), { sigma: counts().map((row) => row.map(() => 60)) }), hyper);
		const still = signals(input(counts(), { sigma: 5 }), hyper);
		expect(loud.level.sd[0]!.at(-1)!).toBeGreaterThan(1.3 * still.level.sd[0]!.at(-1)!);
		expect(loud.detectable[0]!.at(-1)!).toBeGreaterThan(1.3 * still.detectable[0]!.at(-1)!);
	});

	it('takes exposure per period, and compares a large region with the others only', () => {
		const perPeriod = Array.from({ length: SERIES }, () => Array(MONTHS).fill(20_000));
		expect(signals(input(counts(), { exposure: perPeriod }), hyper)).toEqual(signals(input(counts()), hyper));
		const rows = counts();
		rows[0] = rows[0]!.map((value) => value! * 12);
		const large = [240_000, ...Array(SERIES - 1).fill(20_000)];
		const { rise } = signals(input(raise(rows, 0, 36, 1.5), { exposure: large }), hyper);
		// A third of the nation in one region: against a rate that it is part of, the rise would look like 29 %.
		expect(rise.mean[0]!.at(-1)!).toBeGreaterThan(0.4);
	});

	it('opens a signal once, says since when, and keeps it open', () => {
		const { signal, open, opened, onset } = signals(input(raise(counts(), 5, 40, 1.4)), hyper);
		const first = TRAIN + signal[5]!.indexOf(true);
		expect(open[5]!.map((value, k) => value === TRAIN + k >= first)).not.toContain(false);
		expect(opened[5]!.at(-1)).toBe(first);
		expect(onset[5]!.at(-1)).toBe(40);
		expect(open[4]).not.toContain(true);
		expect([...opened[4]!, ...onset[4]!].every((value) => value === null)).toBe(true);
	});

	it('leaves out a period that nothing can be compared with, and says so', () => {
		const rows = counts();
		for (const row of rows) row[40] = -3;
		const out = signals(input(rows), hyper);
		expect(out.left_out).toEqual(rows.map((_, series) => ({ series, period: 40, why: 'no_rate' })));
		const missing = counts();
		for (const row of missing) row[40] = null;
		expect(out.level).toEqual(signals(input(missing), hyper).level);
	});

	it('has null for a series that it cannot judge, and judges the others', () => {
		const exposure = Array<number | null>(SERIES).fill(20_000);
		exposure[1] = 0;
		const rows = counts();
		rows[2] = rows[2]!.map(() => null);
		rows[3] = rows[3]!.map((value, t) => (t < 40 ? null : value));
		const sigma = rows.map((row, i) => row.map(() => (i === 4 ? null : 5)));
		const out = signals(input(rows, { exposure, sigma }), hyper);
		for (const i of [1, 2, 4])
			for (const scores of [
				out.lfdr,
				out.signal,
				out.open,
				out.level.mean,
				out.rise.p10,
				out.detectable,
				out.baseline.z
			])
				expect(scores[i]!.every((value) => value === null)).toBe(true);
		expect(out.lfdr[3]!.map((value) => value === null)).toEqual(Array.from({ length: 12 }, (_, k) => TRAIN + k < 40));
		expect([0, 5, 23].flatMap((i) => [...out.lfdr[i]!, ...out.level.sd[i]!]).every(Number.isFinite)).toBe(true);
		expect(new Set(out.left_out.map(({ series, why }) => `${series} ${why}`))).toEqual(
			new Set(['1 no_exposure', '4 sigma'])
		);
		expect(out.left_out).toHaveLength(2 * MONTHS);
	});

	it('uses negative counts as they are', () => {
		const rows = counts();
		rows[6]![47] = -30;
		const { level, left_out } = signals(input(rows), hyper);
		expect(left_out).toEqual([]);
		rows[6]![47] = 0;
		expect(level.mean[6]!.at(-1)!).toBeLessThan(signals(input(rows), hyper).level.mean[6]!.at(-1)!);
	});

	it('takes a sigma of zero as a count without privacy noise', () => {
		const sd = (sigma: number) => signals(input(counts(), { sigma }), hyper).level.sd[0]!.at(-1)!;
		expect(sd(0)).toBeLessThan(sd(5));
		expect(sd(0)).toBeCloseTo(sd(1e-6), 9);
	});

	it('is less sure the more noise the exposure has', () => {
		const sure = signals(input(counts(), { exposure_sigma: 0 }), hyper);
		expect(sure).toEqual(signals(input(counts()), hyper));
		const unsure = signals(input(counts(), { exposure_sigma: 2_000 }), hyper);
		expect(unsure.level.sd[0]!.at(-1)!).toBeGreaterThan(1.2 * sure.level.sd[0]!.at(-1)!);
		// A tenth of the exposure is a tenth of the ratio: as much as counts with a tenth of their own number as noise.
		const alike = signals(input(counts(), { sigma: Math.hypot(5, 40) }), hyper);
		expect(unsure.level.sd[0]!.at(-1)! / alike.level.sd[0]!.at(-1)!).toBeCloseTo(1, 1);
	});

	it('refuses a file of which nothing can be used before train', () => {
		const sigma = counts().map((row) => row.map((_, t) => (t < TRAIN ? null : 5)));
		expect(() => signals(input(counts(), { sigma }))).toThrow(/^test: no period before train has a count/);
	});

	it('fits the hyperparameters on the training periods alone', () => {
		const changed = counts().map((row, i) => row.map((value, t) => (t >= TRAIN && i % 2 === 0 ? value! * 2 : value)));
		expect(signals(input(changed)).hyper).toEqual(signals(input(counts())).hyper);
	});
});
