import type { Reliability } from '../../../analytics/contract/figure.ts';
import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { percent, shownPercents } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

/** Share, lower end, upper end and letter: a number to a cell, so that a spreadsheet can count with it. */
export type FigureCells = readonly [share: string, lower: string, upper: string, letter: Reliability];

/** The numbers that a page says of a figure, each apart; where there is too little to say, one cell says so. */
export function figureCells(figure: ShareFigure, lang: Lang): FigureCells {
	const m = messagesFor(lang).figure;
	const percents = shownPercents(figure);
	if (percents === null || figure.share === null || figure.share_se === null) return [m.tooSmall, '', '', 'X'];
	const end = (value: number) => percent(value / 100, figure.share_se!, lang);
	const share = percent(figure.share, figure.share_se, lang);
	return [share, end(percents.lower), end(percents.upper), figure.reliability];
}
