import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import type { Engine } from '../engine/engine.ts';

/** The release that an analysis file is made for. */
export interface Wanted {
	readonly spec: Spec;
	readonly domain: Domain;
}

/**
 * The analysis file of one release: a relation with one row per row that a unit may contribute. Each flat attribute of the
 * domain is an INTEGER column of its own name, holding the position in `attribute.codes` (the last one: unknown). With
 * regions, column `region` holds the node number of a leaf of the region tree. Each amount is a BIGINT column: its value,
 * rounded and clipped, less the centre of its bounds. No column is ever null, and none names a unit.
 */
export interface AnalysisFile {
	readonly engine: Engine;
	readonly relation: string;
}

/** Column of the analysis file that holds the leaf of the region tree. */
export const REGION_COLUMN = 'region';

/** Column of the analysis file that holds an amount; no attribute's name has a hyphen. */
export function amountColumn(amount: string): string {
	return `sum-${amount}`;
}
