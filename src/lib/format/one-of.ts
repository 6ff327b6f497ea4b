import { briefTexts } from '../messages/brief.ts';
import type { Lang } from '../messages/index.ts';
import { interval, untold, whole } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

type Unit = 'person' | 'household';

const SMALLEST = 0.001;
/** From here on "1 van de n" jumps too far from one n to the next; these are the frequencies that people picture instead. */
const LARGE = 0.2;
const LARGE_FREQUENCIES = [
	...([
		[1, 5],
		[1, 4],
		[3, 10],
		[1, 3],
		[4, 10],
		[1, 2]
	] as const),
	...([
		[6, 10],
		[2, 3],
		[7, 10],
		[3, 4],
		[8, 10],
		[9, 10]
	] as const)
];
const ALMOST_ALL = 0.95;

/**
 * A share as a frequency that people can picture: "ongeveer 1 van de 16 huishoudens". Where noise leaves no more than a direction,
 * its interval, or what it is less than; where it leaves nothing, that there is too little to say.
 */
export function oneOf(figure: ShareFigure, unit: Unit, lang: Lang): string {
	const m = briefTexts(lang);
	const { share, reliability } = figure;
	const range = interval(figure, lang);
	if (share === null || range === null)
		return reliability === 'X' ? untold(figure, lang) : m.bound(untold(figure, lang), unit);
	if (reliability === 'D') return m.tooUnsure(range, unit);
	if (share < SMALLEST) return m.fewerThan(whole(1 / SMALLEST, lang), unit);
	if (share >= ALMOST_ALL) return m.almostAll(unit);
	const [k, n] = share < LARGE ? [1, rounded(1 / share)] : nearest(share);
	return m.oneOf(whole(k, lang), whole(n, lang), unit);
}

/** Whole up to 30, then in fives and tens: nobody pictures the difference between 1 in 133 and 1 in 134. */
function rounded(n: number): number {
	const step = n <= 30 ? 1 : n <= 100 ? 5 : 10;
	return Math.round(n / step) * step;
}

function nearest(share: number): readonly [k: number, n: number] {
	const away = ([k, n]: readonly [number, number]) => Math.abs(k / n - share);
	return LARGE_FREQUENCIES.reduce((best, one) => (away(one) < away(best) ? one : best));
}
