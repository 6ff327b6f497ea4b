import { href } from '../links.ts';
import type { Lang } from '../messages/index.ts';
import type { Indicator } from './queries/indicators.ts';
import { twinOf } from './twins.ts';

/** What a page says of a figure that another release tells too, with the way to that one; null where none does. */
export function twinView(rows: readonly Indicator[], chosen: Indicator, lang: Lang) {
	const twin = twinOf(rows, chosen);
	if (twin === null) return null;
	const titleOf = (row: Indicator) => (lang === 'en' ? row.title_en : row.title_nl);
	return {
		why: twin.why,
		title: titleOf(chosen),
		other: titleOf(twin.row),
		href: href(lang, '/', { cijfer: `${twin.row.spec}.${twin.row.id}`, periode: twin.row.period })
	};
}
