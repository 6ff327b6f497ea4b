import { exploringTexts } from '../messages/exploring.ts';
import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { date } from './numbers.ts';
import { shortPeriod } from './period.ts';

interface Row {
	readonly title_nl: string;
	readonly title_en: string;
	readonly period: string;
	readonly version: number;
	readonly status: 'provisional' | 'final';
	readonly published_at: Date;
}

/** Where figures come from, in one sentence that a chart takes along: release, period, version, status and date. */
export function sourceOf(row: Row, lang: Lang): string {
	const m = messagesFor(lang).release;
	const name = m.name(lang === 'en' ? row.title_en : row.title_nl, shortPeriod(row.period, lang), String(row.version));
	return exploringTexts(lang).source(name, m.status[row.status], date(row.published_at, lang));
}
