import type { Lang } from '$lib/messages/index.ts';
import type { supplyBreaks } from '$lib/server/queries/watch.ts';

type Break = Awaited<ReturnType<typeof supplyBreaks>>[number];

/** Declared breaks, each once: one change of supply is declared for several indicators and regions. */
export function together(breaks: readonly Break[], nameOf: (row: Break) => string, lang: Lang) {
	// It stands within a sentence of ours.
	const reasonOf = (row: Break) => (lang === 'en' ? row.reason_en : row.reason_nl).replace(/\.$/, '');
	return [...Map.groupBy(breaks, (row) => `${row.period} ${reasonOf(row)}`)].map(([key, rows]) => ({
		key,
		period: rows[0]!.period,
		reason: reasonOf(rows[0]!),
		labels: [...new Set(rows.map(nameOf))],
		/** Regions that it is about; null for all. */
		regions: rows.some((row) => row.everywhere) ? null : new Set(rows.map((row) => row.region)).size
	}));
}
