import { vintageName } from '../format/names.ts';
import type { Published } from './db.ts';
import { currentPeriods, madeAt, treesDiffer } from './queries/current-periods.ts';
import type { CurrentPeriod } from './queries/current-periods.ts';

/** A release that pages tell the latest period of. */
interface Told {
	readonly release: number;
	readonly spec: string;
	readonly period: string;
	readonly title_nl: string;
	readonly title_en: string;
}

/**
 * What a reader must know of the past of some releases. Warnings stay as they were said: so which earlier periods were
 * corrected, or came, after they were computed. And from which period on the regions are those of the release.
 */
export async function historyNotes(db: Published, rows: readonly Told[], lang: 'nl' | 'en') {
	const told = [...new Map(rows.map((row) => [row.release, row])).values()];
	const [all, made] = await Promise.all([
		currentPeriods(db, [...new Set(told.map(({ spec }) => spec))]),
		madeAt(
			db,
			told.map(({ release }) => release)
		)
	]);
	const notes = told.map(async (row) => {
		const periods = all.filter(({ spec, period }) => spec === row.spec && period <= row.period);
		const at = made.find(({ release }) => release === row.release)?.at;
		const later = periods.filter((one) => one.period < row.period && at !== undefined && one.published_at > at);
		const regions = await otherRegions(db, periods);
		if (later.length === 0 && regions === null) return [];
		const named = (isCorrected: boolean) =>
			later.filter((one) => (one.replaces_version !== null) === isCorrected).map(({ period }) => period);
		const title = lang === 'en' ? row.title_en : row.title_nl;
		return [{ key: row.spec, title, period: row.period, corrected: named(true), added: named(false), regions }];
	});
	return (await Promise.all(notes)).flat();
}

export type HistoryNote = Awaited<ReturnType<typeof historyNotes>>[number];

/** Only from when on the regions are others, for pages that put periods beside each other and tell of no warnings. */
export async function regionNotes(db: Published, rows: readonly Told[], lang: 'nl' | 'en'): Promise<HistoryNote[]> {
	const notes = await historyNotes(db, rows, lang);
	return notes.flatMap((note) => (note.regions === null ? [] : [{ ...note, corrected: [], added: [] }]));
}

/** First period on the regions of the last one, and what those before it were told on; null when that is the same. */
async function otherRegions(db: Published, periods: readonly CurrentPeriod[]) {
	const now = periods.at(-1)?.tree ?? null;
	const at = periods.findLastIndex(({ tree }) => tree !== null && tree !== now);
	const [before, after] = [periods[at], periods[at + 1]];
	if (now === null || before?.tree == null || after === undefined) return null;
	if (!(await treesDiffer(db, before.tree, now))) return null;
	return { first: after.period, vintage: vintageName(before.region_vintage) };
}
