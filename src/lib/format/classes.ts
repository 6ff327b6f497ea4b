/**
 * Limits of the five map classes: round steps, with the national share in the middle class. They follow from the national
 * shares of all periods together, so that a colour means the same in each period.
 *
 * @param national shares of the whole domain, one per period, as fractions
 * @returns four ascending limits; class i holds limits[i-1] <= share < limits[i]
 */
export function classLimits(national: readonly number[]): [number, number, number, number] {
	const mean = national.reduce((sum, share) => sum + share, 0) / Math.max(1, national.length);
	const share = mean > 0 ? mean : 0.1;
	const step = roundStep(share * 0.3);
	const middle = Math.floor(share / step + 1e-9) * step;
	const limit = (k: number) => Number((middle + k * step).toPrecision(12));
	return [limit(-1), limit(0), limit(1), limit(2)];
}

/** The number 1, 2 or 5 times a power of ten that lies nearest by ratio. */
function roundStep(size: number): number {
	const power = 10 ** Math.floor(Math.log10(size));
	const candidates = [1, 2, 5, 10].map((k) => k * power);
	return candidates.reduce((best, c) => (Math.abs(Math.log(c / size)) < Math.abs(Math.log(best / size)) ? c : best));
}

/** 0 to 4. */
export function classOf(share: number, limits: readonly number[]): number {
	return limits.filter((limit) => share >= limit).length;
}
