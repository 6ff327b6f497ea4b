import { Rational } from 'diffprivlib-js';
import { InputError } from '../errors.ts';

/** A budget as the specification writes it: exact decimals or fractions. Without rho, the targets of the tables decide it. */
export interface BudgetInput {
	readonly rho?: string | undefined;
	readonly delta: string;
}

export interface Budget {
	readonly rho: Rational | null;
	readonly delta: Rational;
}

const LARGEST_RHO = Rational.of(1000);
const SMALLEST_DELTA = Rational.parse('1e-300');
const SMALLEST_RHO = Rational.of(1, 1_000_000_000);

/** @throws InputError with one sentence when rho or delta is not an amount that a release can be charged. */
export function readBudget(input: BudgetInput): Budget {
	const rho = input.rho === undefined ? null : checkedRho(exact(input.rho, 'budget.rho'), 'budget.rho is');
	const delta = exact(input.delta, 'budget.delta');
	if (delta.compare(Rational.one) >= 0)
		throw new InputError('budget.delta is 1 or more; give a small probability, such as "1e-10".');
	if (delta.compare(SMALLEST_DELTA) < 0)
		throw new InputError(
			'budget.delta is below 1e-300; give a small probability that can be told from 0, such as "1e-10".'
		);
	return { rho, delta };
}

/** @param subject start of the sentence, such as "budget.rho is" */
export function checkedRho(rho: Rational, subject: string): Rational {
	if (rho.compare(LARGEST_RHO) > 0)
		throw new InputError(
			`${subject} above 1000, which protects nobody; releases of official statistics use 0.01 to 5.`
		);
	if (rho.compare(SMALLEST_RHO) < 0)
		throw new InputError(
			`${subject} below 1e-9, which leaves nothing but noise; releases of official statistics use 0.01 to 5.`
		);
	return rho;
}

function exact(text: string, name: string): Rational {
	const amount = parsed(text);
	if (amount === null)
		throw new InputError(
			`${name} is not a positive exact number; write a decimal or a fraction, such as "0.05" or "1/20".`
		);
	if (amount.isZero()) throw new InputError(`${name} is 0; give an amount above 0.`);
	return amount;
}

function parsed(text: string): Rational | null {
	try {
		return Rational.parse(text);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
