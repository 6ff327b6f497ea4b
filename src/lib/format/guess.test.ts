import { expect, it } from 'vitest';
import { bestGuess, guessBound, noiseLaw } from './guess.ts';

it('is a law: it sums to 1, is even and falls', () => {
	for (const sigma2 of [0.3, 4, 31.7, 900]) {
		const law = noiseLaw(sigma2);
		const reach = Math.ceil(12 * Math.sqrt(sigma2));
		let sum = 0;
		for (let x = -reach; x <= reach; x++) sum += law(x);
		expect(sum).toBeCloseTo(1, 12);
		expect(law(3)).toBe(law(-3));
		expect(law(1)).toBeLessThan(law(0));
	}
});

it('gives the best guesser what the two laws differ by', () => {
	const sigma2 = 31.7;
	const law = noiseLaw(sigma2);
	let distance = 0;
	for (let x = -200; x <= 200; x++) distance += Math.abs(law(x) - law(x - 1)) / 2;
	expect(bestGuess(sigma2)).toBeCloseTo(0.5 + distance / 2, 12);
});

it('rests on an overlap of exp(-rho / 4)', () => {
	for (const [sigma2, shift] of [
		[1, 1],
		[4, 3],
		[31.7, 5]
	] as const) {
		const law = noiseLaw(sigma2);
		let overlap = 0;
		for (let x = -300; x <= 300; x++) overlap += Math.sqrt(law(x) * law(x - shift));
		const rho = shift ** 2 / (2 * sigma2);
		expect(overlap / Math.exp(-rho / 4)).toBeGreaterThan(1 - 2e-8);
	}
});

it('bounds the best guesser by what was paid', () => {
	// One count with noise of variance sigma2 costs rho = 1 / (2 sigma2).
	for (const sigma2 of [1, 2, 31.7, 900]) expect(bestGuess(sigma2)).toBeLessThanOrEqual(guessBound(1 / (2 * sigma2)));
	expect(guessBound(0)).toBe(0.5);
	expect(guessBound(50)).toBeLessThanOrEqual(1);
	expect(guessBound(2)).toBeLessThan(1);
});
