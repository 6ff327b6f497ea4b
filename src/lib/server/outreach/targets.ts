import type { Target } from '../../../../analytics/early-warning/outreach/target.ts';
import type { RegionBelow } from '../queries/regions-below.ts';
import type { Cell } from './cells.ts';
import type { Grouping } from './groupings.ts';

export interface Targets {
	readonly targets: readonly Target[];
	/** Names of the groups that fairness is about; fewer than two when there is nothing to divide fairly. */
	readonly names: readonly string[];
}

interface Source {
	readonly grouping: Grouping;
	readonly regions: readonly RegionBelow[];
	readonly cells: readonly Cell[];
	readonly nameOf: (code: string) => string;
}

/** Over more parts than this nothing is divided fairly: a small team cannot be in all of them. */
const MOST_PARTS = 30;

/** A target for each cell of these regions and of a group of the grouping. */
export function targetsOf({ grouping, regions, cells, nameOf }: Source): Targets {
	const byPosition = new Map(regions.map((region) => [region.position, region]));
	const parts = new Map(grouping.groups.map(({ attribute, code, part }) => [`${attribute} ${code}`, part]));
	const everyone = grouping.parts.length < 2;
	const branches = [...new Set(regions.map(({ code, branch }) => branch ?? code))];
	const isFiner = branches.length < regions.length && branches.length <= MOST_PARTS;
	const targets = cells.flatMap(({ position, ...cell }) => {
		const region = byPosition.get(position);
		const own = parts.get(`${cell.attribute} ${cell.code}`);
		if (region === undefined || own === undefined) return [];
		const part = isFiner ? branches.indexOf(region.branch ?? region.code) : 0;
		return [{ region: region.code, ...cell, group: everyone ? part : own }];
	});
	return { targets, names: everyone ? (isFiner ? branches.map(nameOf) : []) : grouping.parts };
}
