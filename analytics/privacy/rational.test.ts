import { describe, expect, it } from 'vitest';
import { bitLength, Rational } from './rational.ts';
import { SeededEntropy } from './testing/seeded-entropy.ts';

const parse = (text: string) => Rational.parse(text);

describe('parse', () => {
	it.each([
		['0.05', '1/20'],
		['1e-10', '1/10000000000'],
		['1/20', '1/20'],
		['6/4', '3/2'],
		['2.50E+1', '25/1'],
		['007', '7/1'],
		['0/3', '0/1'],
		['0', '0/1']
	])('reads %s exactly as %s', (text, exact) => {
		expect(parse(text).toString()).toBe(exact);
	});

	it.each([
		'',
		' 1',
		'NaN',
		'Infinity',
		'-1',
		'+1',
		'-1/2',
		'0x10',
		'1e1000',
		'1.',
		'.5',
		'1/0',
		'1/-2',
		'1_000',
		'١',
		'1\n'
	])('refuses %j', (text) => {
		expect(() => parse(text)).toThrow(RangeError);
	});

	it('refuses an endless amount', () => {
		expect(() => parse('1'.repeat(5000))).toThrow(RangeError);
	});
});

describe('arithmetic', () => {
	it('adds up to the same value in any order', () => {
		const parts = Array.from({ length: 200 }, (_, i) => Rational.of(1, i + 1));
		const sum = (list: Rational[]) => list.reduce((a, b) => a.add(b), Rational.zero).toString();
		expect(sum(parts)).toBe(sum([...parts].reverse()));
	});

	it('is exact where doubles are not', () => {
		expect(parse('0.1').add(parse('0.2')).equals(parse('0.3'))).toBe(true);
		expect(parse('1/3').mul(parse('3/7')).div(parse('1/7')).toString()).toBe('1/1');
		expect(parse('1/3').sub(parse('1/2')).toString()).toBe('-1/6');
	});

	it('orders', () => {
		const third = parse('1/3');
		const half = parse('1/2');
		expect([third.compare(half), half.compare(third), half.compare(parse('2/4'))]).toEqual([-1, 1, 0]);
		expect(third.min(half)).toBe(third);
		expect(third.max(half)).toBe(half);
		expect(third.sub(half).isNegative()).toBe(true);
		expect(Rational.zero.isNegative() || !Rational.zero.isZero()).toBe(false);
	});

	it('rounds up to a grid, also below zero', () => {
		expect(parse('1/3').ceilTo(4n).toString()).toBe('1/2');
		expect(parse('1/2').ceilTo(4n).toString()).toBe('1/2');
		expect(parse('1/3').negate().ceilTo(4n).toString()).toBe('-1/4');
		expect(() => parse('1').ceilTo(0n)).toThrow(RangeError);
	});

	it('takes no inexact parts', () => {
		expect(() => Rational.of(0.5)).toThrow(RangeError);
		expect(() => Rational.of(2 ** 53)).toThrow(RangeError);
		expect(() => Rational.of(1, 0)).toThrow(RangeError);
		expect(() => parse('1').div(Rational.zero)).toThrow(RangeError);
		expect(() => Rational.fromNumber(NaN)).toThrow(RangeError);
		expect(() => Rational.fromNumber(Infinity)).toThrow(RangeError);
	});

	it('cannot be changed', () => {
		expect(Object.isFrozen(parse('1/2'))).toBe(true);
	});
});

describe('doubles', () => {
	const doubles = [0, 1, -1, 0.1, 1 / 3, 5e-324, 2 ** -1022, 2 ** 53, 1e300, Number.MAX_VALUE, -5e-324, -Math.PI, 1e22];

	it.each(doubles)('%d is its own neighbour on both sides', (x) => {
		const exact = Rational.fromNumber(x);
		expect(exact.toNumberUp()).toBe(x);
		expect(exact.toNumberDown()).toBe(x);
	});

	it.each(doubles.filter((x) => x > 0 && x < Number.MAX_VALUE))('just above %d goes up and down to neighbours', (x) => {
		const tiny = Rational.of(1, 1n << 3000n);
		for (const sign of [1, -1]) {
			const exact = Rational.fromNumber(x).add(tiny).mul(Rational.of(sign));
			const [down, up] = [exact.toNumberDown(), exact.toNumberUp()];
			expect(Rational.fromNumber(down).compare(exact)).toBe(-1);
			expect(Rational.fromNumber(up).compare(exact)).toBe(1);
			const middle = down + (up - down) / 2;
			expect(middle === down || middle === up).toBe(true);
		}
	});

	it('brackets random fractions within one step', () => {
		const entropy = new SeededEntropy(1);
		for (let i = 0; i < 2000; i++) {
			const n = entropy.belowBig(1n << BigInt(1 + entropy.below(900)));
			const exact = Rational.of(n, 1n + entropy.belowBig(1n << BigInt(1 + entropy.below(900))));
			const [down, up] = [exact.toNumberDown(), exact.toNumberUp()];
			expect(Rational.fromNumber(down).compare(exact)).toBeLessThanOrEqual(0);
			expect(Rational.fromNumber(up).compare(exact)).toBeGreaterThanOrEqual(0);
			expect(up - down).toBeLessThanOrEqual(down * Number.EPSILON + 5e-324);
		}
	});

	it('says where the range of doubles ends', () => {
		expect(parse('1e400').toNumberUp()).toBe(Infinity);
		expect(parse('1e400').toNumberDown()).toBe(Number.MAX_VALUE);
		expect(parse('1e-400').toNumberUp()).toBe(5e-324);
		expect(parse('1e-400').toNumberDown()).toBe(0);
	});
});

it('counts bits', () => {
	expect([0n, 1n, 2n, 255n, 256n, (1n << 100n) - 1n].map(bitLength)).toEqual([0, 1, 2, 8, 9, 100]);
});
