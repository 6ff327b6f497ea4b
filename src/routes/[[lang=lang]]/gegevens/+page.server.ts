import { noticesOf } from '$lib/format/names.ts';
import { releaseOf } from '$lib/format/release.ts';
import { href } from '$lib/links.ts';
import { answer } from '$lib/server/answer.ts';
import { BRIEF, WHOLE_RELEASE } from '$lib/server/download/weights.ts';
import { EXPORTS_PER_MINUTE } from '$lib/server/limit.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { parseData } from '$lib/url.ts';
import { levelsOf } from './levels.server.ts';
import type { PageServerLoad } from './$types';

/** What can be taken along: every release that holds now, and the levels of the one that is chosen. */
export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseData(url.searchParams);
		const rows = await indicators(db);
		const releases = rows.filter((row, i) => rows.findIndex(({ release }) => release === row.release) === i);
		const asked = releases.find(({ release }) => String(release) === state.publicatie);
		if (state.publicatie !== undefined && asked === undefined) ignored.push('publicatie');
		const chosen = asked ?? releases[0];
		const limits = { perMinute: EXPORTS_PER_MINUTE, whole: WHOLE_RELEASE, brief: BRIEF };
		if (chosen === undefined) return { limits, view: null };
		const levels = await levelsOf(db, chosen);
		return {
			limits,
			view: {
				ignored,
				notices: noticesOf([chosen], lang),
				series: seriesOf(releases, chosen.spec, lang),
				chosen: {
					...releaseOf(chosen),
					period: chosen.period,
					title: lang === 'en' ? chosen.title_en : chosen.title_nl
				},
				files: levels.map(({ slug, level, first, last }) => ({
					level,
					isOne: first === last,
					href: href(lang, `/gegevens/${chosen.release}/${encodeURIComponent(slug)}.csv`)
				}))
			}
		};
	});

/** The releases of each specification, newest period first; the one that is chosen among them is open. */
function seriesOf(releases: readonly Indicator[], chosen: string, lang: 'nl' | 'en') {
	return [...Map.groupBy(releases, ({ spec }) => spec)].map(([spec, rows]) => ({
		spec,
		title: lang === 'en' ? rows[0]!.title_en : rows[0]!.title_nl,
		isChosen: spec === chosen,
		rows: rows.map(({ release, period, version, status, published_at: publishedAt }) => ({
			...{ id: release, period, version, status, publishedAt },
			href: `${href(lang, '/gegevens', { publicatie: String(release) })}#bestanden`
		}))
	}));
}
