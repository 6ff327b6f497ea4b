import { bandsShow } from '$lib/charts/trend.ts';
import type { TrendInput } from '$lib/charts/trend.ts';
import { differenceWords, ofTwenty, ratioWords, shareWords, verdictOf } from '$lib/format/event-risk.ts';
import { shownShare } from '$lib/format/numbers.ts';
import { localeOf } from '$lib/messages/index.ts';
import { eventsTexts } from '$lib/messages/events.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { EventRisk } from '$lib/server/queries/events.ts';
import type { Renderer } from '$lib/server/render-chart.ts';

const Z95 = 1.959964;
const WINDOWS = ['0-11', '12-23', '24-35'];

/** Risk after one event in one region by time since the event, in words and as a curve; null when nothing can be told. */
export function riskView(rows: readonly EventRisk[], lang: Lang, render: Renderer) {
	const m = eventsTexts(lang);
	const told = WINDOWS.flatMap((code) => rows.find((row) => row.code === code) ?? []);
	const first = told[0];
	if (first === undefined) return null;
	const windows = told.map((row) => ({
		name: m.years[row.code] ?? row.code,
		after: shareWords(row.share, row.share_se, lang),
		without: shareWords(row.comparison, row.comparison_se, lang),
		difference: differenceWords(row.difference, row.difference_se, lang),
		ratio: ratioWords(row, lang),
		standardised:
			row.standardised === null || row.standardised_se === null
				? null
				: differenceWords(row.standardised, row.standardised_se, lang),
		sure: ofTwenty(row.p_higher, lang)
	}));
	const points = (share: (row: EventRisk) => number, se: (row: EventRisk) => number) =>
		told.map((row, i) => ({
			period: windows[i]!.name,
			share: shownShare(share(row)),
			se: se(row),
			label: `${windows[i]!.name}: ${windows[i]!.after}; ${m.without} ${windows[i]!.without}`
		}));
	const input: TrendInput = {
		kind: 'trend',
		locale: localeOf[lang],
		region: points(
			(row) => row.share,
			(row) => row.share_se
		),
		reference: points(
			(row) => row.comparison,
			(row) => row.comparison_se
		),
		referenceName: m.without
	};
	return {
		window: m.yearsLong[first.code] ?? first.code,
		verdict: verdictOf(first.p_higher),
		explainedByAge: explainedByAge(first),
		first: windows[0]!,
		windows,
		curve: told.length < 2 ? null : { input, drawing: render(input), bandsShow: bandsShow(input) }
	};
}

/** There is a difference, and none that can be seen between people of the same ages. */
function explainedByAge({ difference, difference_se, standardised, standardised_se }: EventRisk): boolean {
	if (standardised === null || standardised_se === null) return false;
	return Math.abs(difference) > Z95 * difference_se && Math.abs(standardised) <= Z95 * standardised_se;
}
