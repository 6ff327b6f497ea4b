/** P(X >= x) for a chi-square variable: the regularised upper incomplete gamma function, by series or continued fraction. */
export function chiSquareTail(x: number, degrees: number): number {
	const a = degrees / 2;
	const y = x / 2;
	if (y <= 0) return 1;
	const front = Math.exp(a * Math.log(y) - y - logGammaHalves(degrees));
	if (y < a + 1) {
		let term = 1 / a;
		let sum = term;
		for (let k = 1; term > sum * 1e-16; k++) sum += term *= y / (a + k);
		return 1 - front * sum;
	}
	// Lentz's method for 1 / (y + 1 - a - 1(1 - a) / (y + 3 - a - ...)).
	let b = y + 1 - a;
	let c = 1e300;
	let d = 1 / b;
	let fraction = d;
	for (let i = 1; i < 10_000; i++) {
		const numerator = -i * (i - a);
		b += 2;
		d = 1 / (numerator * d + b);
		c = b + numerator / c;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return front * fraction;
}

/** ln Gamma(n / 2) for a whole number n >= 1. */
function logGammaHalves(n: number): number {
	let log = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
	for (let k = n % 2 === 0 ? 2 : 1; k < n; k += 2) log += Math.log(k / 2);
	return log;
}

/** Probabilities of the discrete Gaussian by its definition, on -reach .. reach. */
export function gaussianPmf(sigma2: number, reach = Math.ceil(12 * Math.sqrt(sigma2)) + 3): Map<number, number> {
	const weights = new Map<number, number>();
	let total = 0;
	for (let x = -reach; x <= reach; x++) {
		const weight = Math.exp((-x * x) / (2 * sigma2));
		weights.set(x, weight);
		total += weight;
	}
	return new Map([...weights].map(([x, weight]) => [x, weight / total]));
}

/**
 * p-value of Pearson's test of integer draws against a law. Neighbouring outcomes are put together until each cell
 * expects at least 20 draws; outcomes the law does not list belong to the outer cells.
 */
export function chiSquareTest(draws: Float64Array, pmf: ReadonlyMap<number, number>): number {
	const edges: number[] = [];
	const expected: number[] = [];
	let mass = 0;
	for (const [x, p] of [...pmf].sort(([a], [b]) => a - b)) {
		mass += p * draws.length;
		if (mass < 20) continue;
		edges.push(x);
		expected.push(mass);
		mass = 0;
	}
	expected[expected.length - 1]! += mass;
	edges[edges.length - 1] = Infinity;
	const observed = new Array<number>(edges.length).fill(0);
	const cellOf = new Map<number, number>();
	for (const x of draws) {
		let cell = cellOf.get(x);
		if (cell === undefined) cellOf.set(x, (cell = edges.findIndex((edge) => x <= edge)));
		observed[cell]!++;
	}
	const statistic = expected.reduce((sum, e, i) => sum + (observed[i]! - e) ** 2 / e, 0);
	return chiSquareTail(statistic, edges.length - 1);
}
