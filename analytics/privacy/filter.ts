import { Rational } from './rational.ts';

/** The charge would bring the total above the cap. */
export class BudgetExceededError extends Error {
	override readonly name = 'BudgetExceededError';
}

/**
 * A zCDP filter: the costs of mechanisms add up, also when each is chosen after seeing the answers of those before
 * (Feldman and Zrnic 2021; Whitehouse et al. 2023), and the sum never exceeds the cap. Immutable: `charge` returns the
 * filter after the charge, so that a caller can store it before using it.
 */
export class BudgetFilter {
	readonly cap: Rational;
	readonly spent: Rational;

	/** @throws RangeError unless 0 <= spent <= cap. */
	constructor(cap: Rational, spent: Rational = Rational.zero) {
		if (spent.isNegative() || spent.compare(cap) > 0)
			throw new RangeError('The budget spent lies between 0 and the cap.');
		this.cap = cap;
		this.spent = spent;
	}

	get remaining(): Rational {
		return this.cap.sub(this.spent);
	}

	/** Whether a cost still fits. @throws RangeError when rho is negative. */
	allows(rho: Rational): boolean {
		if (rho.isNegative()) throw new RangeError('A privacy cost is never negative: nothing is given back.');
		return rho.compare(this.remaining) <= 0;
	}

	/** @throws BudgetExceededError when the total would exceed the cap; RangeError when rho is negative. */
	charge(rho: Rational): BudgetFilter {
		if (!this.allows(rho))
			throw new BudgetExceededError(`A cost of rho ${rho} does not fit in the remaining budget of ${this.remaining}.`);
		return new BudgetFilter(this.cap, this.spent.add(rho));
	}
}
