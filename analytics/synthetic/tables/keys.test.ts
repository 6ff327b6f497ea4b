import { expect, it } from 'vitest';
import { household, person } from './sql.ts';

/** The key that a column makes of a number. */
function keyOf(number: number, [, value]: ReturnType<typeof household>): number {
	return value.numbers(() => Int32Array.of(number), 1, new Float64Array(1))[0]!;
}

// As many numbers as a country of 18 million gives out, and beyond.
it.each([0, 1, 16_383, 16_384, 999_999, 54_000_000, 60_000_001, 2 ** 31 - 1])('makes exact keys of %i', (number) => {
	const exact = (step: bigint, start: bigint, prime: bigint): number =>
		Number(1n + ((BigInt(number) * step + start) % prime));
	expect(keyOf(number, person()[1]!)).toBe(exact(387_420_489n, 71n, 999_999_937n));
	expect(keyOf(number, household('HUISHOUDNR', 'household'))).toBe(exact(2_654_435n, 11n, 99_999_999_977n));
});
