import { sourceOf } from '$lib/format/source.ts';
import { releaseHref } from '$lib/links.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Asked } from './asked.server.ts';

interface Signal {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
}

/** Where the figures of the page are from: each release, and the version of the definition of each figure that is named. */
export function sourcesOf({ rows, releases, chosen }: Asked, signals: readonly Signal[], lang: Lang) {
	const m = briefTexts(lang);
	const isNamed = (row: Signal) =>
		signals.some(
			({ spec, period, indicator }) => spec === row.spec && period === row.period && indicator === row.indicator
		);
	const named = rows.filter((row) => row === chosen || isNamed({ ...row, indicator: row.id }));
	const versions = named.flatMap((row) =>
		row.definition === null ? [] : m.definitionVersion(lang === 'en' ? row.label_en : row.label_nl, row.definition)
	);
	return {
		releases: [...new Map(releases.map((row) => [row.release, row])).values()].map((row) => ({
			said: sourceOf(row, lang),
			href: releaseHref(lang, row.release)
		})),
		definitions: versions.length === 0 ? null : m.definitionVersions([...new Set(versions)].join('; '))
	};
}
