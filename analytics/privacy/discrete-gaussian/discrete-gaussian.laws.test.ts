import { describe, expect, it } from 'vitest';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { checkLaw, checkTable } from '../audit/enumerate-samplers.ts';
import { cumulative, referenceRoundLaw } from '../audit/exact-laws.ts';
import { ScriptedEntropy } from '../audit/scripted-entropy.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { referenceSampler, tableSampler, wideSampler } from './discrete-gaussian.ts';
import { expInterval } from './exp-interval.ts';
import { InversionSampler } from './inversion.ts';
import { referenceLaw, referenceRound } from './reference.ts';
import { thresholds } from './thresholds.ts';

const WORD = 2 ** 32;

describe('the reference sampler, by exact masses of its decision tree', () => {
	/** One round accepts x with probability proportional to exp(-x^2 / 2 sigma2). */
	it.each(['1/10', '1/4', '1', '5/3', '10'])('sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		const law = referenceLaw(sigma2);
		const exact = referenceRoundLaw(sigma2, Math.floor(Math.sqrt(sigma2.toNumberDown())) + 1, 6);
		for (const form of [law, { ...law, small: null }])
			expect(checkLaw((entropy) => referenceRound(form, entropy), exact, 1e-6, 0.02).passed).toBe(true);
	});

	it('takes the scale floor(sigma) + 1, exactly', () => {
		const scale = (text: string) => referenceLaw(Rational.parse(text)).t;
		expect(['1/10', '1', '399/100', '4', '15/1', '16', '1e12', '999999999999/1'].map(scale)).toEqual([
			1n,
			2n,
			2n,
			3n,
			4n,
			5n,
			1_000_001n,
			1_000_000n
		]);
	});
});

describe('the table', () => {
	it('brackets exp(-y)', () => {
		for (const [n, d] of [
			[0n, 1n],
			[1n, 10n],
			[1n, 1n],
			[7n, 2n],
			[30n, 1n],
			[355n, 113n]
		] as const) {
			const { low, high } = expInterval(n, d, 200);
			const exact = Math.exp(-Number(n) / Number(d));
			expect(high - low).toBeLessThanOrEqual(4n);
			expect(Number(low >> 100n) / 2 ** 100 / exact).toBeCloseTo(1, 14);
		}
		// e^-1 = 0.36787944117144232159552377016146086744581113103176783450783680169746149574489980335714727434591964374...
		const digits = 36787944117144232159552377016146086744581113103176783450783680169746n;
		const { low, high } = expInterval(1n, 1n, 200);
		expect(low * 10n ** 68n <= (digits + 1n) << 200n && digits << 200n <= high * 10n ** 68n).toBe(true);
		expect(expInterval(1000n, 1n, 100)).toEqual({ low: 0n, high: 1n });
	});

	/** Normalising constants, as in the check values of the design: P(0) = 1/Z. */
	it.each([
		['1/100', 1],
		['1/10', 1.0134758981204781],
		['1/4', 1.2713415221890152],
		['1/2', 1.772637204826652],
		['1', 2.506628288042905],
		['2', 3.5449077018110318],
		['10', 7.926654595212022],
		['100', 25.066282746310005]
	])('has the normalising constant of sigma2 = %s', (text, z) => {
		const { bits, low } = thresholds(Rational.parse(text), 149);
		const zero = Number(low[0]! >> BigInt(bits - 60)) / 2 ** 60;
		expect(1 / zero / z).toBeCloseTo(1, 14);
	});

	it.each([
		['1/10', 0.013296725173624149],
		['1/4', 0.21501267508813848],
		['1/2', 0.49897913083282047],
		['1', 0.9999997887677282],
		['2', 1.9999999999999978],
		['10', 10],
		['399/7', 57]
	])('has the variance of sigma2 = %s', (text, variance) => {
		const { bits, low } = thresholds(Rational.parse(text), 149);
		const scale = 2 ** 100;
		let sum = 0;
		for (let k = low.length - 1; k > 0; k--)
			sum += k * k * (Number((low[k]! - low[k - 1]!) >> BigInt(bits - 100)) / scale);
		expect(sum / variance).toBeCloseTo(1, 13);
	});

	it('narrows to one unit and nests when refined', () => {
		for (const text of ['1/10', '1', '399/7', '1e4']) {
			const [coarse, fine] = [149, 341].map((bits) => thresholds(Rational.parse(text), bits)) as [
				ReturnType<typeof thresholds>,
				ReturnType<typeof thresholds>
			];
			for (let k = 0; k < coarse.low.length; k++) {
				expect(coarse.high[k]! - coarse.low[k]!).toBeLessThanOrEqual(2n);
				expect(fine.low[k]! >> 192n >= coarse.low[k]!).toBe(true);
				expect(-(-fine.high[k]! >> 192n) <= coarse.high[k]!).toBe(true);
			}
			expect(fine.low.length).toBeGreaterThanOrEqual(coarse.low.length);
		}
	});
});

describe('inversion decides each uniform draw as the infinitely precise one would', () => {
	/** The two words whose 53 bits are u, with the sign bit given. */
	const words = (u: bigint, negative = false) => [
		Number(u >> 21n),
		Number(u & 0x1fffffn) * 2 ** 11 + (negative ? 1 : 0)
	];
	/** The three words that follow: the next 96 bits. */
	const more = (bits: bigint) => [Number(bits >> 64n), Number((bits >> 32n) & 0xffffffffn), Number(bits & 0xffffffffn)];

	it.each(['1/10', '1', '10', '399/7'])('around every threshold of sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		const sampler = new InversionSampler(sigma2);
		const { low } = thresholds(sigma2, 149);
		for (let k = 0; k + 1 < sampler.size; k++) {
			const at = low[k]!;
			const head = at >> 96n;
			const tail = at & ((1n << 96n) - 1n);
			const decide = (script: number[]) => {
				const entropy = new ScriptedEntropy(script);
				return [sampler.sample(entropy), entropy.used];
			};
			// Clear of the tie: two words decide.
			if (k === 0 || head - 1n > low[k - 1]! >> 96n) expect(decide(words(head - 1n))).toEqual([k, 2]);
			if (head + 1n < low[k + 1]! >> 96n) expect(decide(words(head + 1n))).toEqual([k + 1, 2]);
			// In the tie: the next bits decide, just below and just above the threshold.
			if (head === low[k + 1]! >> 96n || tail < 4n || tail + 4n > 1n << 96n) continue;
			expect(decide([...words(head), ...more(tail - 3n)])).toEqual([k, 5]);
			expect(decide([...words(head), ...more(tail + 3n)])).toEqual([k + 1, 5]);
		}
	});

	it.each([
		['1/10', 'magnitudes'],
		['399/7', 'magnitudes'],
		['1e4', 'magnitudes'],
		['1', 'half-line'],
		['65536', 'half-line']
	] as const)('around every exact probability, summed weight by weight: sigma2 = %s, %s', (text, support) => {
		const sigma2 = Rational.parse(text);
		const sampler = new InversionSampler(sigma2, support);
		const draw = (entropy: Entropy) =>
			support === 'magnitudes' ? sampler.sample(entropy) : sampler.magnitude(entropy);
		expect(checkTable(draw, cumulative(sigma2, support), sampler.size).passed).toBe(true);
		expect(sampler.size).toBeGreaterThan(8 * Math.sqrt(sigma2.toNumberDown()));
	});

	it.each([
		['1/10', 'magnitudes'],
		['399/7', 'magnitudes'],
		['1e6', 'magnitudes'],
		['65536', 'half-line']
	] as const)('at both ends of every value of the first 12 bits, at sigma2 = %s, %s', (text, support) => {
		const sigma2 = Rational.parse(text);
		const sampler = new InversionSampler(sigma2, support);
		const { low, high } = thresholds(sigma2, 149, support);
		const decided = (u: bigint, k: number) => u < low[k]! >> 96n && (k === 0 || u > high[k - 1]! >> 96n);
		let clear = 0;
		for (let place = 0n; place < 4096n; place++) {
			for (const u of [place << 41n, ((place + 1n) << 41n) - 1n]) {
				const k = low.findIndex((bound) => u < bound >> 96n);
				// Beyond the table, or together with a threshold: the tests around thresholds are for those.
				if (k < 0 || !decided(u, k)) continue;
				clear++;
				if (sampler.magnitude(new ScriptedEntropy(words(u))) !== k) expect.fail(`${u}: not ${k}`);
			}
		}
		expect(clear).toBeGreaterThan(8180);
	});

	it.each(['1/4', '10'])('and around thresholds known to 341 bits only, of sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		const sampler = new InversionSampler(sigma2);
		const { low } = thresholds(sigma2, 341);
		const script = (u: bigint) => [...words(u >> 288n), ...[8, 7, 6, 5, 4, 3, 2, 1, 0].map((i) => word(u, i))];
		const word = (u: bigint, i: number) => Number((u >> BigInt(32 * i)) & 0xffffffffn);
		for (let k = 0; k + 2 < sampler.size; k++) {
			for (const [offset, magnitude] of [
				[-3n, k],
				[3n, k + 1]
			] as const) {
				const entropy = new ScriptedEntropy(script(low[k]! + offset));
				expect([sampler.sample(entropy), entropy.used]).toEqual([magnitude, 11]);
			}
		}
	});

	it('draws again as many bits while they tie, and goes on beyond the table', () => {
		const sigma2 = Rational.one;
		const sampler = new InversionSampler(sigma2);
		const all = 2 ** 32 - 1;
		// 53 ones lie beyond the table; then zeros: U = 1 - 2^-53, and P(|X| > 7) = 1.0e-14, P(|X| > 8) = 2.1e-18.
		const first = new ScriptedEntropy([all, all - 1, 0, 0, 0]);
		expect(sampler.sample(first)).toBe(8);
		expect(first.used).toBe(5);
		// 149 ones, then zeros: U = 1 - 2^-149, and P(|X| > 13) = 2.2e-43, P(|X| > 14) = 1.1e-49.
		const second = new ScriptedEntropy([all, all - 1, all, all, all, 0, 0, 0, 0, 0, 0]);
		expect(sampler.sample(second)).toBe(14);
		expect(second.used).toBe(11);
	});

	it('uses the last bit as the sign and has one zero', () => {
		const sampler = new InversionSampler(Rational.of(10));
		const middle = (thresholds(Rational.of(10), 149).low[2]! >> 96n) - 1000n;
		expect(sampler.sample(new ScriptedEntropy(words(middle)))).toBe(2);
		expect(sampler.sample(new ScriptedEntropy(words(middle, true)))).toBe(-2);
		expect(Object.is(sampler.sample(new ScriptedEntropy(words(0n, true))), 0)).toBe(true);
	});

	it('sorts a uniform grid into the exact probabilities', () => {
		const sampler = new InversionSampler(Rational.of(10));
		const counts = new Map<number, number>();
		const grid = 2 ** 14;
		for (let i = 0; i < grid; i++) {
			const x = sampler.sample(new ScriptedEntropy([(i * WORD) / grid, 2 ** 31]));
			counts.set(x, (counts.get(x) ?? 0) + 1);
		}
		const z = 7.926654595212022;
		for (let x = 0; x < 12; x++) {
			const exact = ((x === 0 ? 1 : 2) * Math.exp((-x * x) / 20)) / z;
			expect(Math.abs((counts.get(x) ?? 0) / grid - exact)).toBeLessThan(2 / grid);
		}
	});
});

/** Frozen: these draws change only when a sampler's use of words changes, which a reader should notice. */
it('keeps its draws for given words', () => {
	const entropy = new SeededEntropy(42);
	const draws = (sampler: ReturnType<typeof tableSampler>) =>
		Array.from({ length: 16 }, () => sampler.sample(entropy)).join(' ');
	expect(draws(tableSampler(Rational.parse('399/7')))).toMatchInlineSnapshot(
		`"-19 -4 0 -4 -25 11 -1 9 0 1 1 -2 -12 2 11 4"`
	);
	expect(draws(referenceSampler(Rational.parse('399/7')))).toMatchInlineSnapshot(
		`"-6 9 -1 -10 4 10 2 -6 -8 -7 11 5 -10 -3 -4 4"`
	);
	expect(draws(wideSampler(Rational.parse('1e8')))).toMatchInlineSnapshot(
		`"7644 -17049 -2009 3211 -439 -2993 10683 -22630 1710 -10905 -5308 -4816 -5006 3217 -9123 1755"`
	);
});
