import { vintageName } from '../../format/names.ts';
import { placeTitle } from '../../format/place-name.ts';
import { downloadsTexts } from '../../messages/downloads.ts';
import { messagesFor } from '../../messages/index.ts';
import type { Lang } from '../../messages/index.ts';
import type { Indicator } from '../queries/indicators.ts';
import type { Dimension, Key, Remark } from './dataset.ts';

/** Dimensions that several views have. */
export const dimensions = {
	indicator: (lang: Lang): Dimension => named('indicator', downloadsTexts(lang).columns.indicator),
	period: (lang: Lang): Dimension => ({
		...{ id: 'period', label: downloadsTexts(lang).columns.period },
		...{ role: 'time', coded: false }
	}),
	region: (lang: Lang): Dimension => ({ ...named('region', downloadsTexts(lang).columns.region), role: 'geo' }),
	group: (lang: Lang): Dimension => named('group', downloadsTexts(lang).columns.group)
};

export function named(id: string, label: string): Dimension {
	return { id, label, role: null, coded: true };
}

/** Code and name of a region in the language of the file. */
export function regionKey(code: string, name: string, lang: Lang): Key {
	return { code, name: placeTitle({ code, name }, lang) };
}

/** By which every row says where it comes from. */
export function releaseRemarks(lang: Lang): Remark[] {
	const { columns } = downloadsTexts(lang);
	return [
		{ id: 'release', label: columns.release, isStatus: false },
		{ id: 'status', label: columns.status, isStatus: false },
		{ id: 'definition', label: columns.definition, isStatus: false }
	];
}

/** What those columns say of an indicator as one release told it. */
export function releaseSaid({ spec, period, version, status, definition }: Indicator, lang: Lang): string[] {
	return [
		downloadsTexts(lang).release(spec, period, String(version)),
		messagesFor(lang).release.status[status],
		definition ?? downloadsTexts(lang).ownDefinition
	];
}

/** A release in a sentence. */
export function releaseSentence(row: Indicator, lang: Lang): string {
	const m = downloadsTexts(lang);
	const vintage = vintageName(row.region_vintage);
	const title = lang === 'en' ? row.title_en : row.title_nl;
	const published = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(row.published_at);
	return [
		m.releaseSentence(title, m.release(row.spec, row.period, String(row.version))),
		m.publishedOn(messagesFor(lang).release.status[row.status], published),
		...(vintage === null ? [] : [messagesFor(lang).release.vintage(vintage)])
	].join(' ');
}
