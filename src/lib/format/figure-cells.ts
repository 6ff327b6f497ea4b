import type { Reliability } from '../../../analytics/contract/figure.ts';
import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { percent, shownPercents } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

/** A figure as cells of a table: a number to a cell, so that a spreadsheet can count with it. */
export interface FigureCells {
	readonly share: string;
	readonly lower: string;
	readonly upper: string;
	readonly letter: Reliability;
}

/** The numbers that a page says of a figure, each apart; where there is too little to say, one cell says so. */
export function figureCells(figure: ShareFigure, lang: Lang): FigureCells {
	const m = messagesFor(lang).figure;
	const percents = shownPercents(figure);
	if (percents === null || figure.share === null || figure.share_se === null)
		return { share: m.tooSmall, lower: '', upper: '', letter: 'X' };
	const end = (value: number) => percent(value / 100, figure.share_se!, lang);
	return {
		share: percent(figure.share, figure.share_se, lang),
		lower: end(percents.lower),
		upper: end(percents.upper),
		letter: figure.reliability
	};
}
