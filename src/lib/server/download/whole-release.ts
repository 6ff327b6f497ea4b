import type { Lang } from '../../messages/index.ts';
import type { Published } from '../db.ts';
import type { Indicator } from '../queries/indicators.ts';
import { currentRelease } from '../queries/release.ts';
import { releaseFiguresOf } from '../queries/release-figures.ts';
import { csvHead, csvRows } from './csv-file.ts';
import { figureRow, figureShape } from './figures.ts';

/** Figures that are read from the database at once. */
const BATCH = 1_000;

/** Regions of one level, by their positions in the tree; without regions the whole domain alone, and no level. */
export interface Level {
	readonly level: string | null;
	readonly first: number;
	readonly last: number;
}

/**
 * All figures of one level of a release as CSV, a piece at a time, so that a file of any length takes little memory. A release
 * that is replaced meanwhile breaks the file off: half of one release is worse than none.
 * @param told indicators of the release
 */
export async function* wholeRelease(
	db: Published,
	told: readonly Indicator[],
	{ level, first, last }: Level,
	lang: Lang
): AsyncGenerator<string, void> {
	const shape = figureShape(lang);
	const byId = new Map(told.map((row) => [row.id, row]));
	const step = Math.max(1, Math.floor(BATCH / cellsOf(told)));
	yield csvHead(shape, lang);
	for (let from = first; from <= last; from += step) {
		const to = Math.min(last, from + step - 1);
		const figures = await releaseFiguresOf(db, { release: told[0]!.release, first: from, last: to, level });
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
	const current = await currentRelease(db, told[0]!);
	if (current?.id !== told[0]!.release) throw new Error('the release was replaced while it was read');
}

/** Figures of one region. */
function cellsOf(told: readonly Indicator[]): number {
	return told.reduce((sum, { groups }) => sum + groups.reduce((codes, group) => codes + group.codes.length, 1), 0);
}
