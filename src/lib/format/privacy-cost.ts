interface Paid {
	/** The records that it is about. */
	readonly lineage: string | null;
	readonly unit: 'person' | 'household';
	/** The one entry of the ledger that paid for the answer. */
	readonly charge: string;
	readonly rho: number;
}

/** What everything published about the same people gives away together, by unit of privacy. */
export interface PrivacyCost {
	readonly lineage: string | null;
	readonly unit: 'person' | 'household';
	readonly rho: number;
}

/**
 * Adds up releases, replaced ones too: what was told once stays told. One charge pays for one answer, however often it is
 * published: as the periods of a series, under new labels, or again.
 */
export function privacyCosts(releases: readonly Paid[]): PrivacyCost[] {
	const answers = [...new Map(releases.map((release) => [release.charge, release])).values()];
	const groups = Map.groupBy(answers, ({ unit, lineage }) => JSON.stringify([unit, lineage]));
	return [...groups.values()].map((group) => {
		const { lineage, unit } = group[0]!;
		return { lineage, unit, rho: group.reduce((sum, { rho }) => sum + rho, 0) };
	});
}
