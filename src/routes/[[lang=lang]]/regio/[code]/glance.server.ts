import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { difference } from '$lib/format/compare.ts';
import { codeName } from '$lib/format/names.ts';
import { percent, points } from '$lib/format/numbers.ts';
import { thePeriod } from '$lib/format/period.ts';
import { sizeInWords, stateInWords } from '$lib/format/watched.ts';
import { localeOf, messagesFor } from '$lib/messages/index.ts';
import { risingTexts } from '$lib/messages/rising.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import { isEvent } from './events.server.ts';
import type { section } from './section.server.ts';
import type { watchSection } from './watch.server.ts';

type Section = NonNullable<ReturnType<typeof section>>;
type Watch = NonNullable<ReturnType<typeof watchSection>>;

/** Groups named at a glance; the table of risk groups has them all. */
const MOST = 3;
/** A group is named from a quarter above everyone on: less is no group to start with. */
const ABOVE = 1.25;

interface GlanceQuestion {
	readonly sections: readonly Section[];
	readonly watch: readonly Watch[];
	readonly indicators: readonly Indicator[];
	/** Figures of the region, every period and group. */
	readonly figures: readonly RegionFigure[];
	/** The nearest region around it that is watched by itself, if there is one. */
	readonly watcher: Watcher | null;
	readonly lang: Lang;
}

interface Watcher {
	readonly name: string;
	readonly href: string;
}

/** What rises in a region and whom it concerns, in short sentences, each with the part of the page that tells more. */
export function glanceView({ sections, watch, indicators, figures, watcher, lang }: GlanceQuestion) {
	return {
		rises: sections.flatMap((one) => risesOf(one, watch, lang)),
		blind: blindOf({ sections, watch, watcher, lang }),
		whom: sections.flatMap((one) => {
			const indicator = indicators.find(({ spec, id }) => spec === one.spec && id === one.indicator);
			const groups = indicator === undefined ? [] : highest(indicator, figures, lang);
			return groups.length === 0
				? []
				: [{ id: one.id, label: one.label, words: new Intl.ListFormat(localeOf[lang]).format(groups) }];
		})
	};
}

/** A rise that early warning sees, or else one against the period before that is more than noise and chance. */
function risesOf({ id, label, change }: Section, watch: readonly Watch[], lang: Lang) {
	const seen = watch.find((one) => one.id === `${id}-bewaking`);
	const state = seen?.latest.state;
	if (seen !== undefined && (state === 'signal' || state === 'supply'))
		return [{ id: seen.id, label, words: `${stateInWords(seen.latest, lang)} ${sizeInWords(seen.latest, lang)}` }];
	if (change === null || !change.is_signal || change.change <= 0) return [];
	const size = points(change.change, change.change_se, lang);
	return [{ id, label, words: `${messagesFor(lang).signals.rise(size, thePeriod(change.previous, lang))}.` }];
}

/** Why no rise would be seen here, and who watches instead; null where one would be. Silence is no sign that nothing rises. */
function blindOf({ sections, watch, watcher, lang }: Pick<GlanceQuestion, 'sections' | 'watch' | 'watcher' | 'lang'>) {
	const m = risingTexts(lang);
	if (watch.some(({ latest }) => latest.state !== 'too_small')) return null;
	if (watch.length > 0) return { words: m.regionTooSmall, watcher };
	if (watcher !== null) return { words: m.regionNotWatched, watcher };
	return sections.some(({ change }) => change !== null) ? null : { words: m.regionUnknown, watcher };
}

/** The groups that are very likely higher than everyone, the highest first. */
function highest(indicator: Indicator, figures: readonly RegionFigure[], lang: Lang): string[] {
	const own = figures.filter(
		(f) => f.period === indicator.period && f.spec === indicator.spec && f.indicator === indicator.id
	);
	const whole = own.find((f) => f.attribute === '');
	if (whole?.share == null) return [];
	const above = indicator.groups
		.filter(({ attribute }) => !isEvent(attribute))
		.flatMap(({ attribute, codes }) =>
			codes.flatMap((code) => {
				const figure = own.find((f) => f.attribute === attribute && f.code === code.code);
				if (code.code === UNKNOWN || figure?.share == null || figure.share_se === null) return [];
				const isHigher = difference(figure, whole)?.verdict === 'higher' && figure.share >= ABOVE * whole.share!;
				return isHigher ? [{ name: codeName(code[lang], lang), share: figure.share, se: figure.share_se }] : [];
			})
		);
	return above
		.sort((a, b) => b.share - a.share)
		.slice(0, MOST)
		.map(({ name, share, se }) => `${name.charAt(0).toLowerCase()}${name.slice(1)} (${percent(share, se, lang)})`);
}
