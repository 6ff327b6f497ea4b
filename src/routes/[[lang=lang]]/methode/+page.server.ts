import { catalogue } from '../../../../analytics/contract/catalogue.ts';
import { answer } from '$lib/server/answer.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { releases } from '$lib/server/queries/releases.ts';
import { releasesView } from './releases.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
	answer(async (db) => {
		const [published, all] = await Promise.all([indicators(db), releases(db)]);
		// Rows come latest period first: the first row of an indicator is its latest.
		const latest = published.filter(
			(row, i) => published.findIndex((r) => r.spec === row.spec && r.id === row.id) === i
		);
		// Releases that use the same definition share its card.
		const definitions = [...Map.groupBy(latest.map(definitionOf), contentOf).values()].map((same) => same[0]!);
		return { definitions, releases: releasesView(all, params.lang === 'en' ? 'en' : 'nl') };
	});

/** An indicator as it was published. Only figures from the registers follow the catalogue's method. */
function definitionOf(row: Indicator) {
	const known = row.source_kind === 'cbs' ? catalogue.find((definition) => definition.id === row.id) : undefined;
	return {
		key: `${row.spec}.${row.id}`,
		label: { nl: row.label_nl, en: row.label_en },
		description: { nl: row.description_nl, en: row.description_en },
		unit: row.unit,
		source: row.source_kind,
		version: row.definition,
		known: known === undefined ? null : wordsOf(known)
	};
}

/** All that the card says, without where it was published. */
function contentOf({ key: _, ...said }: ReturnType<typeof definitionOf>): string {
	return JSON.stringify(said);
}

/** What the card of an indicator shows; the rest is on the page of definitions. */
function wordsOf({ formula, exclusions, source, notFor }: (typeof catalogue)[number]) {
	return { formula, exclusions, source, notFor };
}
