import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { capNano, chargedNano, rhoText } from './amount.ts';

it.each(['NaN', '-1', '0', '0/5', '1e400', 'Infinity', '-0', '', '0x1', '9223372036854775808', '1/0'])(
	'refuses to charge %j',
	(rho) => {
		expect(() => chargedNano(rho)).toThrow(InputError);
	}
);

it('charges at least the exact amount, less than one nano-rho more, and caps at most it', () => {
	fc.assert(
		fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n), (n, d) => {
			fc.pre(n <= 1000n * d);
			const nano = chargedNano(`${n}/${d}`);
			expect(nano * d >= n * 10n ** 9n && (nano - 1n) * d < n * 10n ** 9n).toBe(true);
			expect(capNano(`${n}/${d}`) <= nano).toBe(true);
		})
	);
});

it('writes nano-rho as exact decimals', () => {
	expect([rhoText(0n), rhoText(2_500_000_000n), rhoText(1n), rhoText(10n ** 18n + 10n)]).toEqual([
		'0',
		'2.5',
		'0.000000001',
		'1000000000.00000001'
	]);
});
