import { href } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { openSignals } from '$lib/server/queries/watch.ts';
import { cijferOf } from './choose.ts';
import { chooseFigure } from './signalen/choices.server.ts';
import { subjectOf } from './signalen/named.ts';
import { teller } from './signalen/told.server.ts';

/** Open signals in the card; the rest is on their own page. */
const FIRST = 4;

interface Question {
	readonly chosen: Indicator;
	/** Every period of all indicators. */
	readonly rows: readonly Indicator[];
	readonly lang: Lang;
}

/**
 * Open signals of everyone together for the chosen indicator and period. Where there are none, those that are open now for any
 * indicator and group, as the page of signals has them: who sees no other page must not think that nothing rises.
 */
export async function watchedView(db: Published, { chosen, rows, lang }: Question) {
	const asked = { releases: [chosen.release], indicator: chosen.id, together: true };
	const own = await openSignals(db, 'signal', asked, FIRST);
	const isOwn = own.length > 0;
	const open = isOwn ? own : await openSignals(db, 'signal', { releases: latestOf(rows) }, FIRST);
	const { tell } = teller({ rows, mainTree: rows[0]?.tree ?? null }, lang);
	return {
		isOwn,
		total: open[0]?.total ?? 0,
		allHref: href(lang, '/signalen', isOwn ? { cijfer: cijferOf(chosen), periode: chosen.period } : {}),
		rows: open.map(tell).map((signal) => ({
			...{ name: signal.region_name, level: signal.level, href: signal.href },
			/** Figure and group, where they are not those of the page. */
			about: isOwn ? null : subjectOf(signal, lang),
			...{ rise: signal.rise, rise_sd: signal.rise_sd, opened: signal.opened, p_event: signal.p_event }
		}))
	};
}

/** The releases of the latest period of each specification with regions. */
function latestOf(rows: readonly Indicator[]): number[] {
	const withRegions = rows.filter(({ tree }) => tree !== null);
	return chooseFigure(withRegions, {}, []).releases.map(({ release }) => release);
}
