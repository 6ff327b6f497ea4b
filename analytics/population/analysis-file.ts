import type { Engine } from '../engine/engine.ts';

/**
 * The analysis file of one period: a relation with one row per row that a unit may contribute. Each flat attribute of the
 * domain is an INTEGER column of its own name, holding the position in `attribute.codes` (the last one: unknown). With
 * regions, column `region` holds the node number of a leaf of the region tree. No column is ever null.
 */
export interface AnalysisFile {
	readonly engine: Engine;
	readonly relation: string;
}

/** Column of the analysis file that holds the leaf of the region tree. */
export const REGION_COLUMN = 'region';
