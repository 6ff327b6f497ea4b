/** How near a synthetic figure should be to the published one. */
export type Goal =
	| { readonly kind: 'relative'; readonly within: number }
	| { readonly kind: 'points'; readonly within: number }
	| { readonly kind: 'at least'; readonly value: number };

/**
 * `undecided`: off by more than the goal, but by no more than two sampling errors beyond it, so that a larger population is
 * needed to tell.
 */
export type Verdict = 'reached' | 'missed' | 'undecided';

export interface Line {
	readonly name: string;
	/** Null where the goal is a bound and nothing is published beside it. */
	readonly published: number | null;
	readonly synthetic: number;
	/** Relative difference for a relative goal, otherwise synthetic minus published (or minus the bound). */
	readonly difference: number;
	/** Standard error of the synthetic figure in a population of this size that is drawn after the published one. */
	readonly samplingError: number | null;
	readonly goal: Goal;
	readonly verdict: Verdict;
	/** How the numbers are written: as percentages, or as they are with some decimals. */
	readonly as: 'percent' | 'number';
}

export interface Found {
	readonly name: string;
	readonly published: number;
	readonly synthetic: number;
	readonly samplingError: number | null;
	/** Half a unit of the last published digit: the published figure may lie anywhere within it. */
	readonly rounding?: number;
	readonly as?: Line['as'];
}

/** Share k / n beside a published share, with the binomial error that a population drawn with the published share has. */
export function share(name: string, published: number, k: number, n: number, rounding = 0): Found {
	const samplingError = n > 0 ? Math.sqrt((published * (1 - published)) / n) : null;
	return { name, published, synthetic: n > 0 ? k / n : NaN, samplingError, rounding };
}

export function judged(found: Found, goal: Exclude<Goal, { kind: 'at least' }>): Line {
	const { published, synthetic, samplingError, rounding = 0 } = found;
	// Nobody to count: a larger population may have somebody.
	const nobody = Number.isNaN(synthetic);
	const off = Math.max(0, Math.abs(synthetic - published) - rounding);
	const tolerance = goal.kind === 'relative' ? goal.within * Math.abs(published) : goal.within;
	const difference = goal.kind === 'relative' ? synthetic / published - 1 : synthetic - published;
	const verdict = nobody ? 'undecided' : verdictOf(off - tolerance, samplingError);
	return {
		name: found.name,
		published,
		synthetic,
		difference,
		samplingError,
		goal,
		verdict,
		as: found.as ?? 'percent'
	};
}

/** A figure that should not be lower than a bound. */
export function judgedAtLeast(found: Omit<Found, 'published'>, value: number): Line {
	const { name, synthetic, samplingError, as = 'number' } = found;
	const verdict = verdictOf(value - synthetic, samplingError);
	const goal = { kind: 'at least', value } as const;
	return { name, published: null, synthetic, difference: synthetic - value, samplingError, goal, verdict, as };
}

function verdictOf(beyond: number, samplingError: number | null): Verdict {
	if (beyond <= 1e-12) return 'reached';
	return samplingError !== null && beyond <= 2 * samplingError ? 'undecided' : 'missed';
}
