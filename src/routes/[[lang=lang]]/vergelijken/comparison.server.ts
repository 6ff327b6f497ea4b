import { outOf20 } from '$lib/format/chance.ts';
import { difference, differenceInWords } from '$lib/format/compare.ts';
import { inWords, interval, percent, roundPercent, whole } from '$lib/format/numbers.ts';
import { signedInterval, signedPoints } from '$lib/format/signed.ts';
import { compareTexts } from '$lib/messages/compare-regions.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { ComparedEstimate, ComparedFigure, ComparedRank } from '$lib/server/queries/compare-regions.ts';

interface Named {
	readonly code: string;
	readonly name: string;
}

/** Difference of each region from the first, in numbers and in words; `size` is null where there is too little to say. */
export function differencesFrom(regions: readonly Named[], figures: readonly ComparedFigure[], lang: Lang) {
	const [first, ...others] = regions;
	const base = figures.find((figure) => figure.region === first?.code);
	return others.map(({ code, name }) => {
		const figure = figures.find((f) => f.region === code);
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

/** Every indicator of the period, with the figure of each region; indicators without any figure are left out. */
export function sideBySide(
	indicators: readonly { id: string; label: string }[],
	regions: readonly Named[],
	figures: readonly ComparedFigure[],
	lang: Lang
) {
	const cell = (id: string, code: string) => {
		const figure = figures.find((f) => f.indicator === id && f.region === code);
		if (figure === undefined) return null;
		return { code, words: inWords(figure, lang), reliability: figure.reliability };
	};
	return {
		regions: regions.map(({ code, name }) => ({ code, name })),
		rows: indicators.flatMap(({ id, label }) => {
			const cells = regions.map(({ code }) => cell(id, code));
			return cells.every((one) => one === null) ? [] : [{ id, label, cells }];
		})
	};
}
