/**
 * The standard normal distribution, good to about 1e-14 relative error in both tails.
 * Rational minimax approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23 (1969), in the form for the normal integral; coefficients highest power first.
 */

const SQRT_2PI = Math.sqrt(2 * Math.PI);
export const LOG_2PI = Math.log(2 * Math.PI);
const CENTRE = 0.67448975;
const TAIL = Math.sqrt(32);

const centreTop = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const centreBottom = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const middleTop = [
	1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
	2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978
];
const middleBottom = [
	1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
	38912.00328609327, 19685.429676859992
];
const tailTop = [
	0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
	0.000029112874951168793
];
const tailBottom = [
	1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662
];

function polynomial(coefficients: readonly number[], x: number): number {
	let value = 0;
	for (const coefficient of coefficients) value = value * x + coefficient;
	return value;
}

/** exp(-x^2 / 2), with x split at 1/16 so that squaring loses no digits far out. */
function bell(x: number): number {
	const head = Math.trunc(x * 16) / 16;
	return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
}

/** Phi(-y) / exp(-y^2 / 2) for y > CENTRE: smooth and never underflows. */
function scaledTail(y: number): number {
	if (y <= TAIL) return polynomial(middleTop, y) / polynomial(middleBottom, y);
	const u = 1 / (y * y);
	return (1 / SQRT_2PI - (u * polynomial(tailTop, u)) / polynomial(tailBottom, u)) / y;
}

function centre(x: number): number {
	const x2 = x * x;
	return 0.5 + (x * polynomial(centreTop, x2)) / polynomial(centreBottom, x2);
}

/** Phi(x) = P(Z <= x). */
export function normalCdf(x: number): number {
	if (Math.abs(x) <= CENTRE) return centre(x);
	if (x === -Infinity || x === Infinity) return x > 0 ? 1 : 0;
	const tail = scaledTail(Math.abs(x)) * bell(x);
	return x < 0 ? tail : 1 - tail;
}

/** log Phi(x), finite for every finite x. */
export function normalLogCdf(x: number): number {
	if (x >= -CENTRE) return x > CENTRE ? Math.log1p(-normalCdf(-x)) : Math.log(centre(x));
	return Math.log(scaledTail(-x)) - 0.5 * x * x;
}

/** phi(x) / Phi(x), the inverse Mills ratio of the lower tail. */
export function inverseMills(x: number): number {
	if (x >= -CENTRE) return Math.exp(-0.5 * x * x) / (SQRT_2PI * normalCdf(x));
	return 1 / (SQRT_2PI * scaledTail(-x));
}

/**
 * The x with Phi(x) = p; -Infinity at 0 and Infinity at 1. Newton's method on the concave log Phi, from a start that is
 * left of the root for every p <= 1/2 (Phi(-a) < exp(-a^2 / 2)), so the steps only ever come closer.
 * @throws RangeError unless 0 <= p <= 1.
 */
export function normalQuantile(p: number): number {
	if (!(p >= 0 && p <= 1)) throw new RangeError('a probability lies between 0 and 1');
	if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
	if (p > 0.5) return -normalQuantile(1 - p);
	const target = Math.log(p);
	let x = -Math.sqrt(-2 * target);
	for (let step = 0; step < 50; step++) {
		const next = x - (normalLogCdf(x) - target) / inverseMills(x);
		if (Math.abs(next - x) <= 1e-15 * Math.abs(x) || Math.abs(next - x) < 1e-16) return next;
		x = next;
	}
	return x;
}
