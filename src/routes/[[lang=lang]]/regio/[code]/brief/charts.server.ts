import { whole } from '$lib/format/numbers.ts';
import { periodName, shortPeriod } from '$lib/format/period.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { BriefChart, BriefTable } from '$lib/server/brief/brief.ts';
import type { Told } from './told.ts';

/** Charts beside each other. */
const ACROSS = 2;
/** Rows of a chart of groups that leave room for the rest of a page. */
const GROUPS = 9;

/** How the first figures went, against the country. */
export function trendsOf(told: readonly Told[], region: string, lang: Lang): BriefChart[] {
	const m = messagesFor(lang);
	const texts = briefTexts(lang);
	return told
		.flatMap(({ label, trend, series, said }) => {
			if (trend === null) return [];
			const title = m.region.trendCaption(label, region);
			const compared = trend.input.referenceName;
			const note = [
				m.region.trendLine(region),
				trend.bandsShow ? m.region.trendBands : m.region.trendNarrow,
				compared === '' ? [] : m.region.trendReference(compared)
			];
			return [
				{
					title,
					input: trend.input,
					alt: altOf(
						texts.lineChart(title),
						series.map(({ period, words }) => [periodName(period, lang), words]),
						lang
					),
					note: note.flat().join(' '),
					source: said,
					table: {
						caption: title,
						head: [m.region.period, texts.share, m.figure.reliability],
						rows: series.map(({ period, words, reliability }) => [shortPeriod(period, lang), words, reliability])
					}
				}
			];
		})
		.slice(0, ACROSS);
}

/** The first breakdown of the first figures that have one. */
export function groupsOf(told: readonly Told[], lang: Lang): BriefChart[] {
	const m = messagesFor(lang);
	const texts = briefTexts(lang);
	return told
		.flatMap(({ label, groups: [group], said }) => {
			// A picture of nothing but absent figures tells less than a sentence.
			if (group === undefined || group.input.rows.every(({ share }) => share === null)) return [];
			const title = m.region.groupsCaption(label, group.name);
			const shown = group.table.slice(0, GROUPS);
			const left = group.table.length - shown.length;
			const table: BriefTable = {
				caption: title,
				head: [m.region.group, texts.share, m.figure.reliability],
				rows: shown.map(({ name, words, reliability }) => [name, words, reliability])
			};
			return [
				{
					title,
					input: { ...group.input, rows: group.input.rows.slice(0, GROUPS) },
					alt: altOf(
						texts.dotChart(title),
						shown.map(({ name, words }) => [name, words]),
						lang
					),
					note: left === 0 ? m.region.groupsNote : `${m.region.groupsNote} ${texts.more(whole(left, lang))}`,
					source: said,
					table
				}
			];
		})
		.slice(0, ACROSS);
}

function altOf(what: string, values: readonly (readonly [name: string, words: string])[], lang: Lang): string {
	const { valueIn } = briefTexts(lang);
	return [what, ...values.map(([name, words]) => valueIn(name, words))].join(' ');
}
