import { Rational } from 'diffprivlib-js';
import { InputError } from '../errors.ts';

/** Amounts in the ledger are whole nano-rho. More than rho 1,000 protects nobody: a larger cap would be none. */
const NANO = 1_000_000_000n;
const MOST = 1_000n * NANO;

/**
 * What is charged for an exact amount: rounded up, so that the ledger never counts less than was spent.
 * @throws InputError when it is no positive amount, or beyond all budgets.
 */
export function chargedNano(rho: string): bigint {
	const { numerator, denominator } = exact(rho);
	return bounded((numerator * NANO + denominator - 1n) / denominator);
}

/** A cap of an account: rounded down. @throws InputError as above; a cap may be 0. */
export function capNano(rho: string): bigint {
	const { numerator, denominator } = exact(rho, true);
	return bounded((numerator * NANO) / denominator, true);
}

/** Nano-rho as an exact decimal in rho. */
export function rhoText(nano: bigint): string {
	const fraction = (nano % NANO).toString().padStart(9, '0').replace(/0+$/, '');
	return fraction === '' ? `${nano / NANO}` : `${nano / NANO}.${fraction}`;
}

function exact(rho: string, zero = false): Rational {
	let amount: Rational;
	try {
		amount = Rational.parse(rho);
	} catch (error) {
		throw new InputError('A budget is an exact positive decimal or fraction, such as "0.05" or "1/20".', {
			cause: error
		});
	}
	if (!zero && amount.numerator === 0n)
		throw new InputError('A budget is more than 0: a release without cost has no noise to hide in.');
	return amount;
}

function bounded(nano: bigint, zero = false): bigint {
	if (nano > MOST || nano < (zero ? 0n : 1n)) throw new InputError(`A budget in rho is at most ${rhoText(MOST)}.`);
	return nano;
}
