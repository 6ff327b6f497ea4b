import { outOf20 } from '$lib/format/chance.ts';
import { difference, differenceInWords } from '$lib/format/compare.ts';
import { inWords, interval, percent, roundPercent, whole } from '$lib/format/numbers.ts';
import { signedInterval, signedPoints } from '$lib/format/signed.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { ComparedFigure, ComparedPlace } from '$lib/server/queries/compare-regions.ts';

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

/** Estimate of a region and its place among others, in words; `estimate` is null where there is none. */
export function placeOf(place: ComparedPlace | undefined, lang: Lang) {
	if (place === undefined) return { estimate: null };
	const { estimate, se, lower, upper, weight } = place;
	const range = interval({ share: estimate, share_se: se, lower, upper, reliability: 'A' }, lang);
	return {
		estimate: percent(estimate, se, lang),
		interval: range,
		own: roundPercent(Math.round(weight * 100) / 100, lang),
		...rankInWords(place, lang)
	};
}

function rankInWords(place: ComparedPlace, lang: Lang): { place: string; top: string | null } {
	const m = messagesFor(lang).compareRegions;
	const { within, of, best_rank: best, worst_rank: worst, top, p_top: chance } = place;
	if (within === null || of === null || best === null || worst === null || top === null || chance === null)
		return { place: m.noPlace, top: null };
	const number = (value: number) => whole(value, lang);
	const words = outOf20(chance, lang);
	return {
		place:
			best === worst
				? m.placeExact(number(best), number(of), within)
				: m.placeBetween(number(best), number(worst), number(of), within),
		top: top === 1 ? m.inFirst(words) : m.inTop(words, number(top))
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
