import { guessBound } from '$lib/format/guess.ts';
import { privacyCosts } from '$lib/format/privacy-cost.ts';
import type { Release } from '$lib/server/queries/releases.ts';

/** What was spent on one subject: every charge once, replaced versions too. */
export interface Purpose {
	readonly spec: string;
	readonly title: { readonly nl: string; readonly en: string };
	/** First and last period told. */
	readonly from: string;
	readonly to: string;
	readonly unit: Release['unit'];
	readonly rho: number;
	readonly answers: number;
}

/** Releases by subject, and what all about the same records give away together. */
export function spending(releases: readonly Release[]) {
	const purposes = [...Map.groupBy(releases, ({ spec }) => spec).values()].map((group): Purpose => {
		const periods = group.map(({ period }) => period).toSorted();
		const first = group[0]!;
		return {
			spec: first.spec,
			title: { nl: first.title_nl, en: first.title_en },
			from: periods[0]!,
			to: periods.at(-1)!,
			unit: first.unit,
			rho: privacyCosts(group).reduce((sum, { rho }) => sum + rho, 0),
			answers: new Set(group.map(({ charge }) => charge)).size
		};
	});
	return { purposes, together: privacyCosts(releases).map((cost) => ({ ...cost, guess: guessBound(cost.rho) })) };
}
