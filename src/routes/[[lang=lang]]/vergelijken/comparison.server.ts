import { reliabilityOf } from '../../../../analytics/contract/figure.ts';
import { outOf20 } from '$lib/format/chance.ts';
import { difference, differenceInWords } from '$lib/format/compare.ts';
import { inWords, interval, percent, roundPercent, whole } from '$lib/format/numbers.ts';
import { signedInterval, signedPoints } from '$lib/format/signed.ts';
import { compareTexts } from '$lib/messages/compare-regions.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Group } from './group.server.ts';
import type { ComparedEstimate, ComparedFigure, ComparedRank } from '$lib/server/queries/compare-regions.ts';

/** What stands side by side: a region, or a group in a region. */
export interface Compared {
	/** As an address says it. */
	readonly code: string;
	/** Within a sentence, and where it stands alone. */
	readonly name: string;
	readonly title: string;
	readonly region: string;
	readonly group: Group;
}

/** The figure of one of those that are compared. */
export const figureOf = (figures: readonly ComparedFigure[], { region, group }: Compared) =>
	figures.find(
		(figure) => figure.region === region && figure.attribute === group.attribute && figure.code === group.code
	);

/** Difference of each from the first, in numbers and in words; `size` is null where there is too little to say. */
export function differencesFrom(all: readonly Compared[], figures: readonly ComparedFigure[], lang: Lang) {
	const [first, ...others] = all;
	const base = first && figureOf(figures, first);
	return others.map((one) => {
		const { code, title: name } = one;
		const figure = figureOf(figures, one);
		const apart = base === undefined || figure === undefined ? null : difference(figure, base);
		if (apart === null || first === undefined) return { code, name, size: null };
		return {
			code,
			name,
			size: signedPoints(apart.change, apart.se, lang),
			interval: signedInterval(apart.change, apart.se, lang),
			words: differenceInWords(apart, first.name, lang)
		};
	});
}

/** Estimate of a region in words; null where there is none. */
export function estimateInWords(estimate: ComparedEstimate | undefined, lang: Lang) {
	if (estimate === undefined) return null;
	const { estimate: share, se, lower, upper, weight } = estimate;
	return {
		share: percent(share, se, lang),
		interval: interval({ share, share_se: se, lower, upper, reliability: 'A' }, lang),
		reliability: reliabilityOf(share, se),
		own: roundPercent(Math.round(weight * 100) / 100, lang)
	};
}

/** Place of a region in words, and its chance of being among the highest; `within` names what it is compared in. */
export function placeInWords(rank: ComparedRank | undefined, within: string | undefined, lang: Lang) {
	const m = compareTexts(lang);
	if (rank === undefined || within === undefined) return { place: m.noPlace, top: null };
	const [best, worst] = [whole(rank.best_rank, lang), whole(rank.worst_rank, lang)];
	const of = whole(rank.of, lang);
	const chance = outOf20(rank.p_top, lang);
	return {
		place: best === worst ? m.placeExact(best, of, within) : m.placeBetween(best, worst, of, within),
		top: rank.top === 1 ? m.inFirst(chance) : m.inTop(chance, whole(rank.top, lang))
	};
}

/** Every indicator of the period, with the figure of each; indicators without any figure are left out. */
export function sideBySide(
	indicators: readonly { id: string; label: string }[],
	all: readonly Compared[],
	figures: readonly ComparedFigure[],
	lang: Lang
) {
	const cell = (id: string, one: Compared) => {
		const figure = figureOf(
			figures.filter((f) => f.indicator === id),
			one
		);
		if (figure === undefined) return null;
		return { code: one.code, words: inWords(figure, lang), reliability: figure.reliability };
	};
	return {
		columns: all.map(({ code, title }) => ({ code, name: title })),
		rows: indicators.flatMap(({ id, label }) => {
			const cells = all.map((one) => cell(id, one));
			return cells.every((one) => one === null) ? [] : [{ id, label, cells }];
		})
	};
}
