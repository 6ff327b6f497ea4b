import type { Figure } from '../../contract/figure.ts';
import { UNKNOWN } from '../../contract/region-tree.ts';
import type { Regions } from '../panel.ts';

/** The figures of one indicator and group at one level: what one model looks at together. */
export interface Family {
	readonly indicator: string;
	readonly attribute: string;
	readonly code: string;
	readonly level: string;
	/** Figures with a denominator to divide by. */
	readonly figures: readonly Figure[];
	/** What the rest of the region around each figure tells, without the region itself; null where there is no rest. */
	readonly around: readonly (number | null)[];
	/** Number of regions around that these come from. */
	readonly surroundings: number;
}

/** Levels whose regions are large enough to speak for themselves. */
const LARGE: readonly string[] = ['land', 'landsdeel', 'provincie', 'corop'];
/** Groups of people in regions of this level are too few to model. */
const TOO_SMALL_FOR_GROUPS = 'buurt';
/** A share is divided by at least so many units, and by so many times their noise, as figures are. */
const LEAST_UNITS = 10;
const LEAST_STANDARD_ERRORS = 3;

/** Families in the order of their first figures. */
export function families(figures: readonly Figure[], regions: Regions): Family[] {
	const cuts = new Map<string, Map<string, Figure>>();
	for (const figure of figures) {
		const { indicator, attribute, code, region } = figure;
		if (region === UNKNOWN || code === UNKNOWN) continue;
		const key = `${indicator} ${attribute} ${code}`;
		const cut = cuts.get(key) ?? new Map<string, Figure>();
		cuts.set(key, cut.set(region, figure));
	}
	return [...cuts.values()].flatMap((cut) => {
		const byLevel = new Map<string, Figure[]>();
		for (const figure of cut.values()) {
			const level = regions.levelOf(figure.region);
			if (level === undefined || figure.region === regions.root || !isModelled(figure, level)) continue;
			const listed = byLevel.get(level) ?? [];
			listed.push(figure);
			byLevel.set(level, listed);
		}
		return [...byLevel].map(([level, listed]) => familyOf(level, listed, cut, regions));
	});
}

/** The estimates of numbers of units alone decide, never the share: a choice by the share would bias the model. */
function isModelled(figure: Figure, level: string): boolean {
	if (LARGE.includes(level) || (figure.attribute !== '' && level === TOO_SMALL_FOR_GROUPS)) return false;
	return canDivide(figure.denominator, figure.denominatorSe);
}

/** Whether a share of so many units, with such an error, means anything. */
export function canDivide(units: number, se: number): boolean {
	return units >= LEAST_UNITS && units >= LEAST_STANDARD_ERRORS * se;
}

function familyOf(
	level: string,
	figures: readonly Figure[],
	cut: ReadonlyMap<string, Figure>,
	regions: Regions
): Family {
	const { indicator, attribute, code } = figures[0]!;
	const from = new Set<string>();
	const around = figures.map((figure) => {
		const found = restAround(figure, cut, regions);
		if (found !== null) from.add(found.region);
		return found?.share ?? null;
	});
	return { indicator, attribute, code, level, figures, around, surroundings: from.size };
}

/**
 * Share of the nearest region around a figure without the figure's own units. The country is not asked: the country
 * without a region is the region itself, the other way round.
 */
function restAround(
	figure: Figure,
	cut: ReadonlyMap<string, Figure>,
	regions: Regions
): { region: string; share: number } | null {
	for (let code = regions.parentOf(figure.region); code !== null && code !== regions.root;) {
		const outer = cut.get(code);
		const units = outer === undefined ? 0 : outer.denominator - figure.denominator;
		// The noise of the rest is at most that of the two together.
		if (outer !== undefined && canDivide(units, Math.hypot(outer.denominatorSe, figure.denominatorSe)))
			return { region: code, share: (outer.numerator - figure.numerator) / units };
		code = regions.parentOf(code);
	}
	return null;
}
