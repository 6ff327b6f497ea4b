import type { EventStudyInput } from '$lib/charts/event-study.ts';
import { differenceWords } from '$lib/format/event-risk.ts';
import { localeOf } from '$lib/messages/index.ts';
import { eventsTexts } from '$lib/messages/events.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { EventRisk, EventStudyYear } from '$lib/server/queries/events.ts';
import type { Renderer } from '$lib/server/render-chart.ts';

const Z95 = 1.959964;
/** The year that others are compared with. */
const BASE = -1;
/** Below this the groups are said not to have run parallel. */
const REJECTED = 0.05;

/** The years around an event, in words and as a chart; null when they are not known. */
export function studyView(rows: readonly EventStudyYear[], risk: EventRisk | undefined, lang: Lang, render: Renderer) {
	const first = rows[0];
	if (first === undefined) return null;
	const m = eventsTexts(lang);
	const p = new Intl.NumberFormat(localeOf[lang], { maximumFractionDigits: 3, minimumFractionDigits: 2 });
	const years = rows.map(({ k, difference, se }) => ({
		k,
		name: k < 0 ? m.studyBefore(String(-k)) : k === 0 ? m.studySame : m.studyAfter(String(k)),
		words: k === BASE ? m.studyBase : differenceWords(difference, se, lang),
		lower: difference - Z95 * se,
		upper: difference + Z95 * se,
		difference
	}));
	const input: EventStudyInput = {
		kind: 'event-study',
		locale: localeOf[lang],
		event: m.studyEvent,
		points: years.map(({ name, words, ...point }) => ({ ...point, label: `${name}: ${words}` }))
	};
	const { pretrend_p: pretrend } = first;
	return {
		years: years.map(({ k, name, words }) => ({ k, name, words })),
		isOpposite: risk !== undefined && pointAway(risk, first),
		mean: m.studyMean(differenceWords(first.after, first.after_se, lang)),
		parallel: pretrend === null ? m.untested : pretrend < REJECTED ? m.notParallel : m.parallel,
		test: pretrend === null ? null : pretrend < 0.01 ? m.pretrendSmall : m.pretrend(p.format(pretrend)),
		chart: { input, drawing: render(input) }
	};
}

/** Whether people after the event differ clearly from others, while they changed clearly the other way around it. */
function pointAway({ difference, difference_se }: EventRisk, { after, after_se }: EventStudyYear): boolean {
	const clear = Math.abs(difference) > Z95 * difference_se && Math.abs(after) > Z95 * after_se;
	return clear && difference > 0 !== after > 0;
}
