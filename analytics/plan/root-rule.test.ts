import { expect, it } from 'vitest';
import { rootRule } from './root-rule.ts';

it.each([
	[1, 1e-11],
	[50, 1e-3],
	[1e6, 1e-5],
	[1e12, 1e-11]
])('square roots over a range of %d, with an error of %d', (ratio, error) => {
	const rule = rootRule(3, 3 * ratio, error);
	const relative = (z: number) =>
		rule.reduce((s, { shift, weight }) => s + (weight * z) / (z + shift), 0) / Math.sqrt(z);
	for (let i = 0; i <= 300; i++) {
		expect(Math.abs(relative(3 * ratio ** (i / 300)) - 1)).toBeLessThan(error + 1e-13);
		expect(relative(3 * 10 ** (-i / 20))).toBeLessThan(1 + error);
		expect(relative(3 * ratio * 10 ** (i / 20))).toBeLessThan(1 + error);
	}
});
