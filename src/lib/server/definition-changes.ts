import { thePeriod } from '../format/period.ts';
import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

interface Defined {
	readonly period: string;
	/** Version of the definition; null where there is none. */
	readonly definition: string | null;
}

/** From which periods on an indicator is counted by another version of its definition than before, oldest first. */
export function definitionChanges(rows: readonly Defined[]): { period: string; version: string }[] {
	const series = [...rows].sort((a, b) => a.period.localeCompare(b.period));
	return series.flatMap(({ period, definition }, i) => {
		const before = series[i - 1]?.definition;
		return definition !== null && before != null && before !== definition ? [{ period, version: definition }] : [];
	});
}

/** The same in sentences. */
export function definitionCaveats(rows: readonly Defined[], lang: Lang): string[] {
	const m = messagesFor(lang).release;
	return definitionChanges(rows).map(({ period, version }) => m.definitionChanged(thePeriod(period, lang), version));
}
