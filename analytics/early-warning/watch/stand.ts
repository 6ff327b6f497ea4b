/** How one series stands in one period, from that period and those before it, whichever model says so. */
export interface Stand {
	/** Ratio to the nation, or share; and its standard deviation. */
	readonly estimate: number;
	readonly estimateSd: number;
	/** Relative change in a year, its standard deviation and P(rise > 10 %); null where the two periods do not compare. */
	readonly rise: number | null;
	readonly riseSd: number | null;
	readonly pRise10: number | null;
	/** Probability that no event is going on. */
	readonly lfdr: number;
	/** Probability of each onset given an event: entry k - 1 is an event that began k periods ago, k = 1 being this period. */
	readonly onset: readonly number[];
	/** Smallest rise that would be found within half a year in 4 of 5 cases; null when no period tells. */
	readonly detectable: number | null;
	/** Units that the estimate stands for; NaN in a missing period. */
	readonly units: number;
}

/** Units by which a series has risen in a year; null where the two periods do not compare. */
export function unitsRisen({ rise, units }: Stand): number | null {
	// After a fall to nothing there is nothing that has risen.
	return rise === null || rise <= -1 ? null : (units * rise) / (1 + rise);
}
