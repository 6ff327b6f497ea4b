import { definitionFor } from '../../../../analytics/contract/catalogue.ts';
import type { Lang } from '$lib/messages/index.ts';
import { methodTexts } from '$lib/messages/method.ts';
import { answer } from '$lib/server/answer.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { releases } from '$lib/server/queries/releases.ts';
import { namedApart } from '$lib/server/twins.ts';
import { releasesView } from './releases.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const [rows, all] = await Promise.all([indicators(db), releases(db)]);
		const published = namedApart(rows);
		// Rows come latest period first: the first row of an indicator is its latest.
		const latest = published.filter(
			(row, i) => published.findIndex((r) => r.spec === row.spec && r.id === row.id) === i
		);
		// Releases that use the same definition share its card.
		const definitions = [
			...Map.groupBy(
				latest.map((row) => definitionOf(row, lang)),
				contentOf
			).values()
		].map((same) => same[0]!);
		return { definitions, releases: releasesView(all, lang) };
	});

/** An indicator as it was published, in one language. Only figures from the registers follow the catalogue's method. */
function definitionOf(row: Indicator, lang: Lang) {
	const m = methodTexts(lang);
	const known = row.source_kind === 'cbs' ? definitionFor(row.id) : undefined;
	/** Of who comes into a state or gets out of it: the state, whose definition tells how it is counted. */
	const state = known === undefined || known.id === row.id ? null : { id: known.id, label: known.label[lang] };
	return {
		key: `${row.spec}.${row.id}`,
		label: lang === 'en' ? row.label_en : row.label_nl,
		description: lang === 'en' ? row.description_en : row.description_nl,
		unit: row.unit,
		version: row.definition,
		state,
		method: known === undefined || state !== null ? '' : `${known.formula[lang]} ${known.exclusions[lang]}`,
		source: known?.source ?? (row.source_kind === 'cbs' ? m.sourceCbs : m.sourceTable),
		notFor: known === undefined ? '' : inSentence(known.notFor[lang])
	};
}

/** All that the card says, without where it was published. */
function contentOf({ key: _, ...said }: ReturnType<typeof definitionOf>): string {
	return JSON.stringify(said);
}

function inSentence(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
