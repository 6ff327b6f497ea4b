import type { Lang } from '../../messages/index.ts';
import type { Published } from '../db.ts';
import type { Indicator } from '../queries/indicators.ts';
import { csvHead, csvRows } from './csv-file.ts';
import { figureRow, figureShape } from './figures.ts';
import { inParts } from './in-parts.ts';
import type { Level } from './in-parts.ts';

/**
 * All figures of one level of a release as CSV, a piece at a time.
 * @param told indicators of the release
 */
export async function* wholeRelease(
	db: Published,
	told: readonly Indicator[],
	level: Level,
	lang: Lang
): AsyncGenerator<string, void> {
	const shape = figureShape(lang);
	const byId = new Map(told.map((row) => [row.id, row]));
	yield csvHead(shape, lang);
	for await (const figures of inParts(db, { ...level, of: told[0]!, perRegion: cellsOf(told) }))
		yield csvRows(
			shape,
			figures.flatMap((figure) => {
				const indicator = byId.get(figure.indicator);
				const region = { code: figure.region, name: figure.region_name };
				return indicator === undefined ? [] : [figureRow(figure, { region, level: figure.level, indicator }, lang)];
			}),
			lang
		);
}

/** Figures of one region. */
function cellsOf(told: readonly Indicator[]): number {
	return told.reduce((sum, { groups }) => sum + groups.reduce((codes, group) => codes + group.codes.length, 1), 0);
}
