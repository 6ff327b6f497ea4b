import { describe, expect, it } from 'vitest';
import { InputError } from '../../errors.ts';
import { parseSignalsInput } from './input.ts';

const rows = (value: number | null = 10) => Array.from({ length: 3 }, () => Array<number | null>(30).fill(value));
const good = { id: 'x', freq: 12, train: 24, exposure: [100, 100, 100], noisy_count: rows(), sigma: 2 };
const withCell = (value: unknown) =>
	rows().map((row, i) => (i === 1 ? [...row.slice(0, 4), value, ...row.slice(5)] : row));

describe('parseSignalsInput', () => {
	it('takes every documented form', () => {
		expect(parseSignalsInput(good, 'f').breaks).toEqual([]);
		const matrix = rows(100);
		const full = { ...good, exposure: matrix, sigma: matrix, noisy_count: withCell(null), N: 3, T: 30 };
		expect(parseSignalsInput({ ...full, breaks: [{ series: 2, period: 29 }] }, 'f').breaks).toHaveLength(1);
		expect(parseSignalsInput({ ...good, noisy_count: withCell(-7.5) }, 'f').noisy_count[1]![4]).toBe(-7.5);
		for (const sigma of [0, withCell(0), withCell(null)])
			expect(parseSignalsInput({ ...good, sigma, exposure_sigma: sigma }, 'f')).toMatchObject({
				sigma,
				exposure_sigma: sigma
			});
		for (const exposure of [[100, 0, -3], [100, null, 100], withCell(null), withCell(0)])
			expect(parseSignalsInput({ ...good, exposure }, 'f').exposure).toEqual(exposure);
		expect(parseSignalsInput({ ...good, freq: 1, train: 4 }, 'f').freq).toBe(1);
	});

	it.each<[string, object, RegExp]>([
		['another frequency', { freq: 52 }, /^series\.json: freq must be 12 \(months\), 4 \(quarters\) or 1/],
		['too short', { noisy_count: rows().map((row) => row.slice(0, 24)) }, /noisy_count has 24 periods; two years/],
		['train too early', { train: 12 }, /train must lie between 24 and 29: two years/],
		['train at the end', { train: 30 }, /train must lie between/],
		['train not whole', { train: 24.5 }, /train must be a whole number/],
		['ragged', { noisy_count: rows().map((row, i) => row.slice(0, 30 - i)) }, /noisy_count\[1\] has 29 periods/],
		['a text for a count', { noisy_count: withCell('12') }, /noisy_count\[1\]\[4\] must be a number, or null/],
		['NaN for a count', { noisy_count: withCell(NaN) }, /noisy_count\[1\]\[4\] must be a number/],
		['an endless count', { noisy_count: withCell(Infinity) }, /noisy_count\[1\]\[4\]/],
		['one series', { noisy_count: rows().slice(0, 1), exposure: [1] }, /noisy_count needs at least two series/],
		['no series', { noisy_count: [] }, /noisy_count needs at least two series/],
		['empty series', { noisy_count: [[], []], exposure: [1, 1] }, /noisy_count has 0 periods/],
		['all missing', { noisy_count: rows(null) }, /noisy_count is missing everywhere/],
		[
			'training span missing',
			{ noisy_count: rows().map((row) => row.fill(null, 0, 24)) },
			/missing in every period before train/
		],
		[
			'years too short',
			{ freq: 1, train: 3, noisy_count: rows().map((row) => row.slice(0, 4)) },
			/4 periods; four years/
		],
		['years trained too shortly', { freq: 1, train: 3 }, /train must lie between 4 and 29: four years/],
		['sigma a text', { sigma: '2' }, /sigma must be one number of zero or more, or a list/],
		['sigma unknown throughout', { sigma: null }, /sigma must be one number of zero or more, or a list/],
		['exposure of fewer series', { exposure: [100, 100] }, /exposure has 2 series, but noisy_count has 3/],
		['exposure of fewer periods', { exposure: [[1], [1], [1]] }, /exposure\[0\] must have 30 periods/],
		['exposure absent', { exposure: undefined }, /exposure must be a list of numbers, or of lists/],
		['sigma negative', { sigma: -1 }, /sigma must be a standard deviation: a number of zero or more/],
		['sigma NaN', { sigma: NaN }, /sigma must be/],
		['sigma negative in a matrix', { sigma: withCell(-2) }, /sigma\[1\]\[4\] must be a standard deviation/],
		['sigma of fewer series', { sigma: rows().slice(1) }, /sigma has 2 series/],
		['noise of fewer exposures', { exposure_sigma: rows().slice(1) }, /exposure_sigma has 2 series/],
		['an endless exposure', { exposure: [100, Infinity, 100] }, /exposure\[1\] must be a number/],
		['break outside', { breaks: [{ series: 0, period: 30 }] }, /breaks\[0\] lies outside the 3 series and 30 periods/],
		['break of no series', { breaks: [{ series: 3, period: 0 }] }, /breaks\[0\] lies outside/],
		['break before the start', { breaks: [{ series: 0, period: -1 }] }, /breaks\[0\].period counts from 0/]
	])('refuses %s in one sentence', (_, change, message) => {
		const parse = () => parseSignalsInput({ ...good, ...change }, 'series.json');
		expect(parse).toThrow(InputError);
		expect(parse).toThrow(message);
	});

	it('refuses what is no object', () => {
		expect(() => parseSignalsInput([1], 'f')).toThrow('f: the series file must be one JSON object.');
		expect(() => parseSignalsInput(null, 'f')).toThrow(InputError);
	});
});
