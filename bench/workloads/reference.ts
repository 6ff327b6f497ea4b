import { fileURLToPath } from 'node:url';
import type { Domain } from '../../analytics/contract/domain.ts';
import { domainOf, treeOf } from '../../analytics/plan/testing.ts';

/** Check values for machines, beside the project; parts that compare with them leave them out when the file is absent. */
export const REFERENCE_FILE = fileURLToPath(new URL('../../../shared/reference/privacy-checks.json', import.meta.url));

/** Life event, age, household type, income class. */
export const SIZES = [12, 8, 6, 8];
/** All units, each attribute, and life event with each of the others. */
export const EIGHT_SETS = [[], [0], [1], [2], [3], [0, 1], [0, 2], [0, 3]];

/** The reference workload: 40 tables and 5,127,551 cells; other fan-outs give the same on another regular tree. */
export function referenceDomain(fanOuts: readonly number[] = [12, 28, 10, 4]): Domain {
	return domainOf(SIZES, EIGHT_SETS, treeOf(fanOuts.map((n) => [n])));
}
