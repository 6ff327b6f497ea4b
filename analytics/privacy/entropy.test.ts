import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntropyError, osEntropy } from './entropy.ts';
import { ScriptedEntropy, SeededEntropy } from './testing/seeded-entropy.ts';

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

	it('hands out each word once, fills by 64 KiB and wipes what is used', () => {
		const buffers: Uint32Array[] = [];
		let fills = 0;
		vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
			const words = array as unknown as Uint32Array;
			// All used words are zero again before the next fill.
			expect(words.every((word) => word === 0)).toBe(true);
			fills++;
			for (let i = 0; i < words.length; i++) words[i] = fills * 1_000_000 + i;
			buffers.push(words);
			return array;
		});
		const entropy = osEntropy();
		expect(fills).toBe(0);
		for (let i = 0; i < 16_384; i++) expect(entropy.nextUint32()).toBe(1_000_000 + i);
		expect(entropy.nextUint32()).toBe(2_000_000);
		expect(fills).toBe(2);
		expect(buffers[0]!.byteLength).toBe(65_536);
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

	it('gives two samplers different words', () => {
		const [a, b] = [osEntropy(), osEntropy()];
		const words = (entropy: typeof a) => Array.from({ length: 8 }, () => entropy.nextUint32());
		expect(words(a)).not.toEqual(words(b));
	});
});
