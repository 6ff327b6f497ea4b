const DECIMAL = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const FRACTION = /^(\d+)\/(\d+)$/;
const MAX_LENGTH = 4096;

/**
 * An exact fraction of two integers, in lowest terms with a positive denominator. Immutable.
 * Privacy loss, noise variance and budgets are Rationals, so that sums do not depend on order and nothing drifts.
 */
export class Rational {
	readonly numerator: bigint;
	readonly denominator: bigint;

	private constructor(numerator: bigint, denominator: bigint) {
		if (denominator === 0n) throw new RangeError('A fraction has a denominator other than 0.');
		const divisor = gcd(abs(numerator), abs(denominator)) * (denominator < 0n ? -1n : 1n);
		this.numerator = numerator / divisor;
		this.denominator = denominator / divisor;
		Object.freeze(this);
	}

	static readonly zero = new Rational(0n, 1n);
	static readonly one = new Rational(1n, 1n);

	/** @throws RangeError when a number is not a safe integer, or the denominator is 0. */
	static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
		return new Rational(exactInteger(numerator), exactInteger(denominator));
	}

	/**
	 * A non-negative amount, written as a decimal ("0.05", "1e-10") or a fraction ("1/20"), taken exactly.
	 * @throws RangeError with one plain sentence for anything else.
	 */
	static parse(text: string): Rational {
		const fraction = text.length <= MAX_LENGTH ? FRACTION.exec(text) : null;
		if (fraction !== null) return new Rational(BigInt(fraction[1]!), BigInt(fraction[2]!));
		const decimal = text.length <= MAX_LENGTH ? DECIMAL.exec(text) : null;
		if (decimal === null) {
			throw new RangeError('An exact amount is a decimal or fraction without a sign, such as "0.05" or "1/20".');
		}
		const [, whole = '', fractional = '', exponent = '0'] = decimal;
		const shift = Number(exponent) - fractional.length;
		const digits = BigInt(whole + fractional);
		return shift >= 0 ? new Rational(digits * 10n ** BigInt(shift), 1n) : new Rational(digits, 10n ** BigInt(-shift));
	}

	/** The exact value of a double. @throws RangeError when it is NaN or infinite. */
	static fromNumber(x: number): Rational {
		if (!Number.isFinite(x)) throw new RangeError('Only a finite number has an exact fraction.');
		let mantissa = x;
		let doublings = 0n;
		while (!Number.isInteger(mantissa)) {
			mantissa *= 2;
			doublings++;
		}
		return new Rational(BigInt(mantissa), 1n << doublings);
	}

	add(other: Rational): Rational {
		return new Rational(
			this.numerator * other.denominator + other.numerator * this.denominator,
			this.denominator * other.denominator
		);
	}

	sub(other: Rational): Rational {
		return this.add(other.negate());
	}

	mul(other: Rational): Rational {
		return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
	}

	/** @throws RangeError when `other` is 0. */
	div(other: Rational): Rational {
		return new Rational(this.numerator * other.denominator, this.denominator * other.numerator);
	}

	negate(): Rational {
		return new Rational(-this.numerator, this.denominator);
	}

	/** -1, 0 or 1. */
	compare(other: Rational): -1 | 0 | 1 {
		const difference = this.numerator * other.denominator - other.numerator * this.denominator;
		return difference < 0n ? -1 : difference > 0n ? 1 : 0;
	}

	equals(other: Rational): boolean {
		return this.compare(other) === 0;
	}

	isZero(): boolean {
		return this.numerator === 0n;
	}

	isNegative(): boolean {
		return this.numerator < 0n;
	}

	min(other: Rational): Rational {
		return this.compare(other) <= 0 ? this : other;
	}

	max(other: Rational): Rational {
		return this.compare(other) >= 0 ? this : other;
	}

	/** Largest integer not above this. */
	floor(): bigint {
		const quotient = this.numerator / this.denominator;
		return this.isNegative() && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
	}

	/** Smallest multiple of 1/denominator that is not below this. @throws RangeError unless denominator > 0. */
	ceilTo(denominator: bigint): Rational {
		if (denominator <= 0n) throw new RangeError('Rounding up needs a positive denominator.');
		return new Rational(-this.negate().mul(Rational.of(denominator)).floor(), denominator);
	}

	/** "n/d" in lowest terms; `parse` reads it back when it is not negative. */
	toString(): string {
		return `${this.numerator}/${this.denominator}`;
	}

	toJSON(): string {
		return this.toString();
	}

	/** Smallest double that is not below this; Infinity above the largest finite double. */
	toNumberUp(): number {
		const { numerator: n, denominator: d } = this;
		return n < 0n ? -roundMagnitude(-n, d, false) : roundMagnitude(n, d, true);
	}

	/** Largest double that is not above this; -Infinity below the smallest finite double. */
	toNumberDown(): number {
		const { numerator: n, denominator: d } = this;
		return n < 0n ? -roundMagnitude(-n, d, true) : roundMagnitude(n, d, false);
	}
}

/** Number of binary digits of a non-negative integer; 0 for 0. */
export function bitLength(n: bigint): number {
	if (n === 0n) return 0;
	const hex = n.toString(16);
	return 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)));
}

/** n/d >= 0 as a double, rounded up or down: 53 bits of the quotient, fewer where doubles are subnormal. */
function roundMagnitude(n: bigint, d: bigint, up: boolean): number {
	if (n === 0n) return 0;
	let shift = 53 - (bitLength(n) - bitLength(d));
	if (quotientBits(n, d, shift) > 53) shift--;
	shift = Math.min(shift, 1074);
	const scaledN = shift > 0 ? n << BigInt(shift) : n;
	const scaledD = shift < 0 ? d << BigInt(-shift) : d;
	const quotient = scaledN / scaledD;
	const rounded = up && quotient * scaledD !== scaledN ? quotient + 1n : quotient;
	const result = Number(rounded) * 2 ** -shift;
	return up || Number.isFinite(result) ? result : Number.MAX_VALUE;
}

function quotientBits(n: bigint, d: bigint, shift: number): number {
	return bitLength(shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift)));
}

function exactInteger(x: bigint | number): bigint {
	if (typeof x === 'number' && !Number.isSafeInteger(x))
		throw new RangeError('A part of a fraction is a whole number below 2^53, or a bigint.');
	return BigInt(x);
}

function abs(n: bigint): bigint {
	return n < 0n ? -n : n;
}

function gcd(a: bigint, b: bigint): bigint {
	while (b !== 0n) [a, b] = [b, a % b];
	return a;
}
