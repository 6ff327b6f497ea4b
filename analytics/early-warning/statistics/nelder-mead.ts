/**
 * Minimises f without derivatives by the simplex method of Nelder & Mead (The Computer Journal 7, 1965), with the usual
 * coefficients 1, 2, 1/2, 1/2. Stops when the simplex's values lie within `tolerance` and its corners within `nearness`, or
 * after `limit` evaluations.
 */
export function nelderMead(
	f: (x: readonly number[]) => number,
	start: readonly number[],
	{ step = 1, tolerance = 1e-7, nearness = 1e-4, limit = 2_000 } = {}
): { x: readonly number[]; value: number; converged: boolean } {
	let evaluations = 0;
	const corner = (x: readonly number[]) => {
		evaluations++;
		return { x, value: f(x) };
	};
	const simplex = [corner(start), ...start.map((_, i) => corner(start.map((v, j) => (i === j ? v + step : v))))];
	while (true) {
		simplex.sort((a, b) => a.value - b.value);
		const best = simplex[0]!;
		const worst = simplex.at(-1)!;
		const spread = Math.max(...simplex.map(({ x }) => Math.max(...x.map((v, i) => Math.abs(v - best.x[i]!)))));
		const converged = worst.value - best.value <= tolerance && spread <= nearness;
		if (converged || evaluations >= limit) return { ...best, converged };
		const kept = simplex.slice(0, -1);
		const centre = start.map((_, i) => kept.reduce((sum, { x }) => sum + x[i]!, 0) / kept.length);
		const along = (factor: number) => corner(centre.map((c, i) => c + factor * (c - worst.x[i]!)));
		const reflected = along(1);
		if (reflected.value < best.value) {
			const expanded = along(2);
			simplex[kept.length] = expanded.value < reflected.value ? expanded : reflected;
		} else if (reflected.value < kept.at(-1)!.value) {
			simplex[kept.length] = reflected;
		} else {
			const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
			if (contracted.value < Math.min(reflected.value, worst.value)) simplex[kept.length] = contracted;
			else
				for (let k = 1; k < simplex.length; k++)
					simplex[k] = corner(best.x.map((b, i) => b + 0.5 * (simplex[k]!.x[i]! - b)));
		}
	}
}
