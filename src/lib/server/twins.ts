import { messagesFor } from '../messages/index.ts';

/** What tells rows apart that one name would call the same. */
interface Row {
	readonly spec: string;
	readonly period: string;
	readonly id: string;
	readonly unit: 'person' | 'household';
	readonly tree: string | null;
}

interface Named extends Row {
	readonly label_nl: string;
	readonly label_en: string;
}

const isQuarter = ({ period }: Row) => /^\d{4}-?Q[1-4]$/.test(period);
const isSame = (a: Row, b: Row) => a.id === b.id && a.unit === b.unit && a.tree === b.tree;

/** The figure of another release that a reader may hold this one against. */
export interface Twin<R> {
	/** "noise": both count the same, each with its own noise. "year": that one is about a year, this one about a quarter. */
	readonly why: 'noise' | 'year';
	/** In the same period where that is told, else in its latest. */
	readonly row: R;
}

/**
 * The figure that is told first where two releases tell the same indicator of the same units: of a year before a quarter, and
 * else from the release with the most periods. Null where `chosen` is that figure itself.
 * @param rows every period of the indicators, the latest of each first
 */
export function twinOf<R extends Row>(rows: readonly R[], chosen: Row): Twin<R> | null {
	const yearly = rows.filter((row) => isSame(row, chosen) && !isQuarter(row));
	const why = isQuarter(chosen) && yearly.length > 0 ? 'year' : 'noise';
	const first = why === 'year' ? mostPeriods(yearly) : firstOfItsKind(rows, chosen);
	const row = first.find(({ period }) => period === chosen.period) ?? first[0];
	return row === undefined || row.spec === chosen.spec ? null : { why, row };
}

/** The periods of the release that tells most years, or most quarters, of the same. */
const firstOfItsKind = <R extends Row>(rows: readonly R[], chosen: Row) =>
	mostPeriods(rows.filter((row) => isSame(row, chosen) && isQuarter(row) === isQuarter(chosen)));

/** The rows of the release that tells most of them. */
function mostPeriods<R extends Row>(rows: readonly R[]): readonly R[] {
	const bySpec = [...Map.groupBy(rows, ({ spec }) => spec).values()];
	return bySpec.reduce((most, one) => (one.length > most.length ? one : most), bySpec[0] ?? []);
}

/** The same rows, in which a series per quarter says so where a figure per year has the same name. */
export function namedApart<R extends Named>(rows: readonly R[]): R[] {
	return rows.map((row) => {
		if (!isQuarter(row) || !rows.some((other) => isSame(other, row) && !isQuarter(other))) return row;
		const name = (lang: 'nl' | 'en', label: string) => messagesFor(lang).release.perQuarter(label);
		return { ...row, label_nl: name('nl', row.label_nl), label_en: name('en', row.label_en) };
	});
}

/** Each indicator in its latest period: what several releases tell of the same units is told once a year and once a quarter. */
export function latestOnce<R extends Named>(rows: readonly R[]): R[] {
	const latest = rows.filter((row, i) => rows.findIndex((r) => r.spec === row.spec && r.id === row.id) === i);
	return namedApart(latest.filter((row) => firstOfItsKind(rows, row)[0]?.spec === row.spec));
}
