/**
 * A number for people to read, never below `x`: what bounds a loss or an error still bounds it as printed.
 * @param digits significant digits, at most 15; zeros at the end are left out
 */
export function roundedUp(x: number, digits: number): string {
	if (!Number.isFinite(x)) return String(x);
	const nearest = x.toExponential(digits - 1);
	const [mantissa, exponent] = nearest.split('e') as [string, string];
	// A step of the last digit, by whole numbers, so that no rounding comes in.
	const whole = Number(mantissa.replace('.', '')) + (Number(nearest) < x ? 1 : 0);
	return String(Number(`${whole}e${Number(exponent) - digits + 1}`));
}
