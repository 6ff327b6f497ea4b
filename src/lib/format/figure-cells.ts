import type { Reliability } from '../../../analytics/contract/figure.ts';
import type { Lang } from '../messages/index.ts';
import { percent, roundPercent, shownPercents, untold } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

/** Share, lower end, upper end and letter: a number to a cell, so that a spreadsheet can count with it. */
export type FigureCells = readonly [share: string, lower: string, upper: string, letter: Reliability];

/** The numbers that a page says of a figure, each apart; where a share has none, its first cell says so. */
export function figureCells(figure: ShareFigure, lang: Lang): FigureCells {
	const percents = shownPercents(figure);
	if (percents === null) return [untold(figure, lang), '', '', 'X'];
	if (figure.share === null || figure.share_se === null) {
		const ends = [percents.lower, percents.upper].map((value) => roundPercent(value / 100, lang));
		return [untold(figure, lang), ends[0]!, ends[1]!, figure.reliability];
	}
	const end = (value: number) => percent(value / 100, figure.share_se!, lang);
	const share = percent(figure.share, figure.share_se, lang);
	return [share, end(percents.lower), end(percents.upper), figure.reliability];
}
