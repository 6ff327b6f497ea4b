import { outOf20 } from '$lib/format/chance.ts';
import { levelName, noticesOf } from '$lib/format/names.ts';
import { whole } from '$lib/format/numbers.ts';
import { thePeriod } from '$lib/format/period.ts';
import { certainty, riseInWords } from '$lib/format/rise.ts';
import { sizeInWords } from '$lib/format/watched.ts';
import { keyOf } from '$lib/follow-up/entry.ts';
import { feedTexts } from '$lib/messages/feed.ts';
import { localeOf, messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { openSignals } from '$lib/server/queries/watch.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import { cijferOf } from '../../choose.ts';
import { askedOf } from '../asked.server.ts';
import type { Asked } from '../asked.server.ts';
import { signalKey, subjectOf } from '../named.ts';
import { teller } from '../told.server.ts';
import type { ToldSignal } from '../told.server.ts';
import { explainedInWords, sinceInWords } from '../words.ts';
import { tagOf } from './atom.ts';
import type { Feed, FeedEntry } from './atom.ts';
import { feedHref, pageHref } from './hrefs.ts';

/** A reader gets the most certain; the page says how many there are. */
const MOST = 200;
/** Above this nobody is told of each signal that went. */
const MOST_BEFORE = 10_000;

/** The open signals that an address asks for, in the latest period, and those that were open in the period before; null without figures. */
export async function signalsFeed(db: Published, url: URL, lang: Lang): Promise<Feed | null> {
	const params = new URLSearchParams(url.searchParams);
	// Who follows signals follows the latest.
	params.delete('periode');
	const asked = await askedOf(db, params);
	if (asked === null) return null;
	const before = releasesBefore(asked);
	const [open, supply, earlier] = await Promise.all([
		openSignals(db, 'signal', asked.question, MOST_BEFORE),
		openSignals(db, 'supply', asked.question, MOST_BEFORE),
		openSignals(db, 'signal', { ...asked.question, releases: before.map(({ release }) => release) }, MOST_BEFORE)
	]);
	return feedOf(asked, { open, supply, earlier }, url, lang);
}

interface Found {
	/** The most certain first. */
	readonly open: readonly OpenSignal[];
	/** Now put down to the supply of data. */
	readonly supply: readonly OpenSignal[];
	/** Open in the period before. */
	readonly earlier: readonly OpenSignal[];
}

/** What is open, and after that what was open in the period before and is not any more, with why. */
export function feedOf(asked: Asked, { open, supply, earlier }: Found, url: URL, lang: Lang): Feed {
	const now = keysOf(open);
	const suspected = keysOf(supply);
	const write = writer(asked, url, lang);
	const m = feedTexts(lang);
	const choices = choicesOf(asked);
	const closed = earlier
		.filter((row) => !now.has(keyOf(signalKey(row))))
		.map((row) => write.closed(row, suspected.has(keyOf(signalKey(row))) ? m.nowSupply : m.closedText));
	return {
		id: tagOf(url.hostname, lang, 'signalen', ...Object.values(choices).map((one) => one ?? '')),
		lang: localeOf[lang],
		title: titleOf(asked, lang),
		subtitle: subtitleOf(asked, open, lang),
		author: messagesFor(lang).site.name,
		updated: latest(asked.releases),
		self: url.origin + feedHref(choices, lang),
		page: url.origin + pageHref(choices, lang),
		entries: [...open.slice(0, MOST).map(write.open), ...closed.slice(0, MOST)]
	};
}

const keysOf = (rows: readonly OpenSignal[]) => new Set(rows.map((row) => keyOf(signalKey(row))));

/** The release of the period before, of each line of releases. */
export function releasesBefore({ rows, releases, regions }: Asked): Indicator[] {
	return releases.flatMap((now) => {
		const earlier = rows
			.filter((row) => row.spec === now.spec && row.period < now.period)
			// Within a region positions of another tree say nothing.
			.filter((row) => regions.within === undefined || row.tree === now.tree);
		return earlier.toSorted((a, b) => (a.period < b.period ? 1 : -1)).slice(0, 1);
	});
}

function writer(asked: Asked, url: URL, lang: Lang) {
	const m = feedTexts(lang);
	const { tell } = teller(asked, lang);
	const notices = (row: OpenSignal) =>
		noticesOf(
			asked.releases.filter(({ spec }) => spec === row.spec),
			lang
		);
	const common = (signal: ToldSignal) => {
		const { figure, region, group, since } = signalKey(signal);
		return {
			id: tagOf(url.hostname, lang, 'signaal', figure, region, group, since),
			page: `${url.origin}${signal.href}${signal.attribute === '' ? `#${signal.spec}-${signal.indicator}-bewaking` : ''}`,
			category: figure,
			published: publishedAt(asked.rows, signal.spec, since),
			updated: latest(asked.releases.filter(({ spec }) => spec === signal.spec))
		};
	};
	const about = (signal: ToldSignal) =>
		`${signal.region_name} (${levelName(signal.level, lang)}), ${subjectOf(signal, lang)}`;
	return {
		open: (row: OpenSignal): FeedEntry => {
			const signal = tell(row);
			return {
				...common(signal),
				title: m.entry(about(signal), sizeOf(signal, lang), certainty(row.p_event, lang).toLowerCase()),
				text: [...openText(signal, lang), ...notices(row)].join(' ')
			};
		},
		closed: (row: OpenSignal, why: string): FeedEntry => {
			const signal = tell(row);
			return {
				...common(signal),
				title: m.closed(about(signal)),
				text: [why, m.lastOpen(thePeriod(row.period, lang)), ...notices(row)].join(' ')
			};
		}
	};
}

function sizeOf({ rise, rise_sd }: OpenSignal, lang: Lang): string | null {
	return rise === null || rise_sd === null ? null : riseInWords({ rise, rise_sd }, lang);
}

function openText(signal: ToldSignal, lang: Lang): string[] {
	const m = watchTexts(lang);
	const explained = explainedInWords(signal, lang);
	return [
		`${certainty(signal.p_event, lang)}: ${m.chance(outOf20(signal.p_event, lang))}.`,
		sizeInWords(signal, lang),
		sinceInWords(signal, lang),
		...(explained === null ? [] : [explained]),
		feedTexts(lang).of(thePeriod(signal.period, lang))
	];
}

function titleOf({ chosen, regions }: Asked, lang: Lang): string {
	const choices = [
		...(chosen === null ? [] : [lang === 'en' ? chosen.label_en : chosen.label_nl]),
		...(regions.level === undefined ? [] : [levelName(regions.level, lang)]),
		...(regions.within === undefined ? [] : [regions.within.name])
	];
	return [`${messagesFor(lang).site.name}: ${watchTexts(lang).title.toLowerCase()}`, ...choices].join(', ');
}

function subtitleOf({ releases }: Asked, open: readonly OpenSignal[], lang: Lang): string {
	const m = watchTexts(lang);
	const [total, wrong] = [open[0]?.total ?? 0, open[0]?.expected_false ?? 0];
	const said =
		total === 0
			? m.none
			: m.summary(whole(total, lang), total === 1, wrong < 1 ? m.fewWrong : whole(Math.round(wrong), lang));
	const shown = total > MOST ? [m.shown(whole(MOST, lang), whole(total, lang))] : [];
	const periods = [...new Set(releases.map(({ period }) => thePeriod(period, lang)))];
	const list = new Intl.ListFormat(localeOf[lang]).format(periods);
	return [said, ...shown, feedTexts(lang).of(list), ...noticesOf(releases, lang)].join(' ');
}

/** When the release was published in which a signal was opened. */
function publishedAt(rows: readonly Indicator[], spec: string, since: string): Date | null {
	return rows.find((row) => row.spec === spec && row.period === since)?.published_at ?? null;
}

function latest(releases: readonly Indicator[]): Date {
	return new Date(Math.max(...releases.map(({ published_at: at }) => at.getTime())));
}

const choicesOf = ({ chosen, regions }: Asked) => ({
	cijfer: chosen === null ? undefined : cijferOf(chosen),
	niveau: regions.level,
	gebied: regions.within?.code
});
