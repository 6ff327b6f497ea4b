import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntropyError, osEntropy } from './entropy.ts';
import { discreteGaussian } from './discrete-gaussian/discrete-gaussian.ts';
import { ScriptedEntropy } from './audit/scripted-entropy.ts';
import { Rational } from './rational.ts';
import { SeededEntropy } from './testing/seeded-entropy.ts';

const LAST = 2 ** 32 - 1;

describe('uniform integers', () => {
	it('rejects exactly the words of the incomplete run', () => {
		// 2^32 = 3 * 1431655765 + 1: the last word alone is rejected.
		const entropy = new ScriptedEntropy([LAST, LAST - 1]);
		expect(entropy.below(3)).toBe((LAST - 1) % 3);
		expect(entropy.used).toBe(2);
	});

	it('rejects nothing when the outcomes divide the words', () => {
		expect(new ScriptedEntropy([LAST]).below(2 ** 32)).toBe(LAST);
		expect(new ScriptedEntropy([LAST]).below(2)).toBe(1);
		expect(new ScriptedEntropy([LAST]).below(1)).toBe(0);
	});

	it('keeps as many words for each outcome', () => {
		for (const n of [3, 5, 6, 1000, 2 ** 31 + 1, 2 ** 32 - 1]) {
			const limit = 2 ** 32 - (2 ** 32 % n);
			expect(limit % n).toBe(0);
			expect(new ScriptedEntropy([limit - 1]).below(n)).toBe(n - 1);
			if (limit < 2 ** 32) expect(() => new ScriptedEntropy([limit]).below(n)).toThrow('no more words');
		}
	});

	it('uses 53 bits above 2^32', () => {
		const n = 2 ** 32 + 1;
		expect(new ScriptedEntropy([0, 7]).below(n)).toBe(7);
		expect(new ScriptedEntropy([1 << 11, 0]).below(n)).toBe(2 ** 32);
		expect(new ScriptedEntropy([LAST, LAST]).below(2 ** 53)).toBe(2 ** 53 - 1);
		expect(() => new ScriptedEntropy([LAST, LAST]).below(n)).toThrow('no more words');
	});

	it('uses whole words for big integers and rejects the incomplete run', () => {
		expect(new ScriptedEntropy([1, 2, 3]).belowBig(1n << 96n)).toBe((1n << 64n) + (2n << 32n) + 3n);
		expect(new ScriptedEntropy([LAST]).belowBig(1n)).toBe(0n);
		expect(new ScriptedEntropy([LAST, 5]).belowBig(3n)).toBe(2n);
		const n = (1n << 95n) + 1n;
		expect(new ScriptedEntropy([LAST, LAST, LAST, 0, 0, 9]).belowBig(n)).toBe(9n);
	});

	it.each([0, -1, 1.5, NaN, Infinity, 2 ** 53 + 2])('refuses %d outcomes', (n) => {
		expect(() => new SeededEntropy(1).below(n)).toThrow(RangeError);
	});

	it('refuses no outcomes at all', () => {
		expect(() => new SeededEntropy(1).belowBig(0n)).toThrow(RangeError);
	});

	it('is a strict comparison: a of b', () => {
		expect(new ScriptedEntropy([2]).bernoulli(2, 4)).toBe(false);
		expect(new ScriptedEntropy([1]).bernoulli(2, 4)).toBe(true);
		expect(new ScriptedEntropy([0]).bernoulli(0, 4)).toBe(false);
		expect(new ScriptedEntropy([2]).bernoulliBig(2n, 4n)).toBe(false);
		expect(new ScriptedEntropy([1]).bernoulliBig(2n, 4n)).toBe(true);
	});
});

describe('the generator of the machine', () => {
	afterEach(() => void vi.restoreAllMocks());

	it('has no parameter: it cannot be seeded', () => {
		expect(osEntropy).toHaveLength(0);
	});

	/** Replaces the generator: word i of fill f is f x 1,000,000 + i. */
	function numbered(): Uint32Array[] {
		const fills: Uint32Array[] = [];
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
			const words = array as unknown as Uint32Array;
			fills.push(words);
			for (let i = 0; i < words.length; i++) words[i] = fills.length * 1_000_000 + i;
			return array;
		});
		return fills;
	}

	it('hands out each word once over refills, fills by 64 KiB and wipes what is used', () => {
		const fills = numbered();
		const entropy = osEntropy();
		expect(fills).toHaveLength(0);
		const seen = new Set<number>();
		for (let i = 0; i < 50_000; i++) seen.add(entropy.nextUint32());
		expect(seen.size).toBe(50_000);
		// 16,380 words of each fill, in order; the last four are kept back.
		expect(fills).toHaveLength(4);
		expect([...seen].slice(16_378, 16_382)).toEqual([1_016_378, 1_016_379, 2_000_000, 2_000_001]);
		expect(fills.every((words) => words.byteLength === 65_536)).toBe(true);
		expect(fills[3]!.subarray(0, 50_000 - 3 * 16_380).every((word) => word === 0)).toBe(true);
	});

	it('is all that draws of noise use, 64 KiB at a time', () => {
		const fill = vi.spyOn(globalThis.crypto, 'getRandomValues');
		const others = [
			vi.spyOn(Math, 'random'),
			vi.spyOn(globalThis.crypto, 'randomUUID'),
			vi.spyOn(Date, 'now'),
			vi.spyOn(performance, 'now')
		];
		// Two words a draw from the table, four from strides; hardly any draw is rejected or needs more.
		for (const [sigma2, words] of [
			[Rational.of(100), 2],
			[Rational.parse('1e18'), 4]
		] as const) {
			fill.mockClear();
			const noise = new Float64Array(100_000);
			discreteGaussian(sigma2).fill(noise, osEntropy());
			const least = Math.ceil((words * noise.length) / 16_380);
			expect(fill.mock.calls.length).toBeGreaterThanOrEqual(least);
			expect(fill.mock.calls.length).toBeLessThanOrEqual(least + 1);
			expect(fill.mock.calls.every(([array]) => array?.byteLength === 65_536)).toBe(true);
		}
		for (const other of others) expect(other).not.toHaveBeenCalled();
	});

	it('fails when the generator fails', () => {
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(() => {
			throw new Error('no entropy');
		});
		const entropy = osEntropy();
		expect(() => entropy.nextUint32()).toThrow(EntropyError);
		expect(() => entropy.below(2)).toThrow(EntropyError);
	});

	it('fails when the generator leaves the buffer as it was', () => {
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => array);
		const entropy = osEntropy();
		expect(() => entropy.nextUint32()).toThrow(EntropyError);
		expect(() => entropy.nextUint32()).toThrow(EntropyError);
	});

	it('fails when a fill repeats the one before, also with the words in between spoiled', () => {
		let fills = 0;
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
			const words = array as unknown as Uint32Array;
			for (let i = 0; i < words.length; i++) words[i] = i;
			words[0] = fills++;
			return array;
		});
		const entropy = osEntropy();
		for (let i = 0; i < 16_380; i++) entropy.nextUint32();
		expect(() => entropy.nextUint32()).toThrow('repeats what it gave before');
		expect(() => entropy.nextUint32()).toThrow(EntropyError);
	});

	it('stops a fill of noise when it fails halfway', () => {
		const real = globalThis.crypto.getRandomValues.bind(globalThis.crypto);
		let fills = 0;
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
			if (++fills > 1) throw new Error('no entropy');
			return real(array);
		});
		const noise = new Float64Array(10_000);
		expect(() => discreteGaussian(Rational.of(100)).fill(noise, osEntropy())).toThrow(EntropyError);
	});

	const words = (entropy: { nextUint32: () => number }) => Array.from({ length: 8 }, () => entropy.nextUint32());

	it('gives two samplers different words', () => {
		expect(words(osEntropy())).not.toEqual(words(osEntropy()));
	});

	it('gives two processes that start together different words', async () => {
		const module = JSON.stringify(new URL('entropy.ts', import.meta.url).href);
		const code = `import { osEntropy } from ${module}; const e = osEntropy(); console.log(e.nextUint32(), e.nextUint32());`;
		const outputs = await Promise.all(
			[1, 2].map(() => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]))
		);
		const [first, second] = outputs.map(({ stdout }) => stdout.trim());
		expect(first).toMatch(/^\d+ \d+$/);
		expect(second).toMatch(/^\d+ \d+$/);
		expect(first).not.toBe(second);
	});
});
