import { Rational } from 'diffprivlib-js';
import { roundedUp } from '../contract/rounded-up.ts';

const DIGITS = 6;

/** As a decimal; when that is not all of it, rounded up with the exact fraction beside it, because that is what is charged. */
export function rhoInWords(rhoExact: string): string {
	const rho = Rational.parse(rhoExact);
	// The double above a short decimal such as 0.15 is not it, while the decimal nearest to that double is.
	const near = String(Number(rho.toNumberUp().toPrecision(DIGITS)));
	if (Rational.parse(near).equals(rho)) return near;
	return `${roundedUp(rho.toNumberUp(), DIGITS)} (exactly ${rhoExact})`;
}
