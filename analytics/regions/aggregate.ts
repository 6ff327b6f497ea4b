import { InputError } from '../errors.ts';
import { gemeentenIn } from './nederland.ts';
import { passages, type Passage } from './mergers.ts';

/**
 * Figures of others that can be added up (counts, sums), published on the municipalities of one year, on those of a later
 * one. What a split municipality had is divided by addresses, which is an estimate: so never use this for figures from
 * microdata, which are recomputed on the later classification. The total stays the same: exactly with `rounding` 'whole',
 * where the parts of each whole figure are rounded by largest remainder, and else to within floating point.
 * @param figures by code in the classification of `from`; a municipality without a figure is left out of the answer.
 * @throws InputError when a classification or municipality is not there, when a later municipality took in both one with and
 *   one without a figure, or when whole numbers are asked for and a figure is none.
 */
export function aggregateTo(
	figures: ReadonlyMap<string, number>,
	from: number,
	to: number,
	rounding: 'none' | 'whole' = 'none'
): Map<string, number> {
	const all = passages(from, to);
	requireFigures(figures, from, rounding);
	requireComplete(figures, all);
	const result = new Map<string, number>();
	for (const [code, figure] of figures) {
		const own = all.filter((passage) => passage.from === code);
		const parts = rounding === 'whole' ? wholeParts(figure, own) : exactParts(figure, own);
		for (const [i, passage] of own.entries()) result.set(passage.to, (result.get(passage.to) ?? 0) + parts[i]!);
	}
	return result;
}

function requireFigures(figures: ReadonlyMap<string, number>, from: number, rounding: string): void {
	const known = new Set(gemeentenIn(from).map(({ code }) => code));
	for (const [code, figure] of figures) {
		if (!known.has(code)) throw new InputError(`${code} is no municipality in the classification of ${from}.`);
		if (rounding === 'whole' ? !Number.isSafeInteger(figure) : !Number.isFinite(figure))
			throw new InputError(`The figure of ${code} is no ${rounding === 'whole' ? 'whole ' : ''}number.`);
	}
}

function requireComplete(figures: ReadonlyMap<string, number>, all: readonly Passage[]): void {
	const known = new Set(all.filter(({ from }) => figures.has(from)).map(({ to }) => to));
	for (const { from, to } of all)
		if (known.has(to) && !figures.has(from))
			throw new InputError(
				`${to} took in ${from}, of which there is no figure. Give one for each of its predecessors.`
			);
}

function exactParts(figure: number, own: readonly Passage[]): number[] {
	return own.map(({ share }) => (figure * share.part) / share.whole);
}

/** Parts that add up to the whole figure: rounded down, and what is left goes to the largest remainders, ties by code. */
function wholeParts(figure: number, own: readonly Passage[]): number[] {
	const parts = own.map(({ share, to }, i) => {
		const [product, whole] = [BigInt(figure) * BigInt(share.part), BigInt(share.whole)];
		const remainder = ((product % whole) + whole) % whole;
		return { i, to, floor: Number((product - remainder) / whole), remainder: Number(remainder) / share.whole };
	});
	const left = figure - parts.reduce((sum, { floor }) => sum + floor, 0);
	const first = [...parts].sort((a, b) => b.remainder - a.remainder || (a.to < b.to ? -1 : 1)).slice(0, left);
	for (const part of first) part.floor++;
	return parts.map(({ floor }) => floor);
}
