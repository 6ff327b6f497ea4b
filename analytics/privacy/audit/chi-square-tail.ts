/**
 * P(chi-square with `dof` degrees of freedom > x): the upper regularised incomplete gamma function Q(dof / 2, x / 2), by its
 * series below the mean and its continued fraction above (NIST DLMF 8.7.1 and 8.9.2, modified Lentz).
 */
export function chiSquareTail(x: number, dof: number): number {
	const a = dof / 2;
	const y = x / 2;
	if (y <= 0) return 1;
	const front = Math.exp(a * Math.log(y) - y - logGamma(a));
	return y < a + 1 ? 1 - front * lowerSeries(a, y) : front * upperFraction(a, y);
}

/** Number of terms grows with the square root of `a`; it ends well before this for every release. */
const MAX_TERMS = 1_000_000;
const TINY = 1e-300;

function lowerSeries(a: number, y: number): number {
	let term = 1 / a;
	let sum = term;
	for (let n = 1; n < MAX_TERMS && term > sum * 1e-16; n++) {
		term *= y / (a + n);
		sum += term;
	}
	return sum;
}

function upperFraction(a: number, y: number): number {
	let b = y + 1 - a;
	let c = 1 / TINY;
	let d = 1 / b;
	let value = d;
	for (let n = 1; n < MAX_TERMS; n++) {
		const term = n * (a - n);
		b += 2;
		d = 1 / nonzero(b + term * d);
		c = nonzero(b + term / c);
		const step = c * d;
		value *= step;
		if (Math.abs(step - 1) < 1e-15) break;
	}
	return value;
}

function nonzero(x: number): number {
	return Math.abs(x) < TINY ? TINY : x;
}

/** Stirling's series (NIST DLMF 5.11.1) after shifting the argument above 10. */
function logGamma(x: number): number {
	let shift = 0;
	let y = x;
	while (y < 10) {
		shift += Math.log(y);
		y++;
	}
	const inverse = 1 / (y * y);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y;
	return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}
