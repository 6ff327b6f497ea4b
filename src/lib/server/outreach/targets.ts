import type { Target } from '../../../../analytics/early-warning/outreach/target.ts';
import type { areaEstimates, cellSizes } from '../queries/outreach.ts';
import type { RegionBelow } from '../queries/regions-below.ts';
import type { Grouping } from './groupings.ts';

type Rows<Q extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Q>>;

export interface Targets {
	readonly targets: readonly Target[];
	/** Names of the groups that fairness is about; fewer than two when there is nothing to divide fairly. */
	readonly names: readonly string[];
}

interface Source {
	readonly grouping: Grouping;
	readonly regions: readonly RegionBelow[];
	readonly estimates: Rows<typeof areaEstimates>;
	readonly sizes: Rows<typeof cellSizes>;
	readonly nameOf: (code: string) => string;
}

/** Over more parts than this nothing is divided fairly: a small team cannot be in all of them. */
const MOST_PARTS = 30;

/** A target for each group and region with an estimate and a size. */
export function targetsOf({ grouping, regions, estimates, sizes, nameOf }: Source): Targets {
	const byPosition = new Map(regions.map((region) => [region.position, region]));
	const keyOf = (cell: { position: number; attribute: string; code: string }) =>
		`${cell.position} ${cell.attribute} ${cell.code}`;
	const units = new Map(sizes.map((cell) => [keyOf(cell), cell.denominator]));
	const groups = new Map(grouping.groups.map(({ attribute, code }, g) => [`${attribute} ${code}`, g]));
	const everyone = groups.size < 2;
	const branches = [...new Set(regions.map(({ code, branch }) => branch ?? code))];
	const isFiner = branches.length < regions.length && branches.length <= MOST_PARTS;
	const targets = estimates.flatMap((cell) => {
		const region = byPosition.get(cell.position);
		const size = units.get(keyOf(cell));
		const group = groups.get(`${cell.attribute} ${cell.code}`);
		if (region === undefined || size === undefined || group === undefined) return [];
		const { attribute, code, estimate: share, se } = cell;
		const part = isFiner ? branches.indexOf(region.branch ?? region.code) : 0;
		return [{ region: region.code, attribute, code, units: size, share, se, group: everyone ? part : group }];
	});
	const names = everyone ? (isFiner ? branches.map(nameOf) : []) : grouping.groups.map(({ name }) => name);
	return { targets, names };
}
