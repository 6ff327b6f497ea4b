import type { Domain } from '../../analytics/contract/domain.ts';
import { domainOf, subsetsOf, subsetsUpTo, treeOf } from '../../analytics/plan/testing.ts';
import { EIGHT_SETS, referenceDomain, SIZES } from './reference.ts';

/**
 * Best values of workloads at rho = 1/2, as published with six to twelve digits (design notes of the project; derived
 * independently of its code). Variances are of one cell.
 */
export interface PlannerCheck {
	readonly name: string;
	readonly domain: Domain;
	/** Sum of the variances of all cells. */
	readonly sum?: number;
	/** Root of their mean. */
	readonly rmse?: number;
	/** Least possible largest variance. */
	readonly minimax?: number;
	/** What plain tables reach at best, against the best mechanism: to four decimals. */
	readonly ratio?: number;
	/** Tables whose best plan is one of plain tables: ratio 1.000. */
	readonly nested?: boolean;
}

export const CPS = [50, 100, 7, 4, 2];
const MOST_CELLS_OF_SMALL = 5_000;

function cps(name: string, subsets: number[][], rmse: number, minimax: number, ratio?: number): PlannerCheck {
	return {
		name: `CPS ${name}`,
		domain: domainOf(CPS, subsets),
		rmse,
		minimax,
		...(ratio === undefined ? {} : { ratio })
	};
}

/** All tables by at most 3 of d attributes of ten codes. */
function tens(d: number, rmse: number, minimax: number): PlannerCheck {
	return { name: `10^${d}`, domain: domainOf(Array<number>(d).fill(10), subsetsUpTo(d, 3)), rmse, minimax };
}

function upTo(k: number, sum: number, rmse: number, minimax: number): PlannerCheck {
	return { name: `12 x 8 x 6 x 8 up to ${k}`, domain: domainOf(SIZES, subsetsUpTo(4, k)), sum, rmse, minimax };
}

const tree = treeOf([[12], [28], [10], [4]]);
const small = subsetsUpTo(5, 5).filter((subset) => subset.reduce((n, i) => n * CPS[i]!, 1) <= MOST_CELLS_OF_SMALL);

export const flatChecks: readonly PlannerCheck[] = [
	cps('1-way', subsetsOf(5, 1), 1.743945, 4.346419, 1.0146),
	cps('2-way', subsetsOf(5, 2), 2.034586, 7.897033, 1.0303),
	cps('3-way', subsetsOf(5, 3), 2.047661, 7.705844, 1.0412),
	cps('4-way', subsetsOf(5, 4), 1.626929, 4.140596),
	cps('5-way', subsetsOf(5, 5), 1, 1),
	cps('up to 3-way', subsetsUpTo(5, 3), 2.275873, 13.215573, 1.002),
	cps('small', small, 2.525085, 11.774397, 1),
	// Its closed form; the notes round it to six digits, 3.30579.
	tens(2, 1.379084, 400 / 121),
	tens(5, 3.247103, 17.26221),
	tens(6, 4.275167, 26.90458),
	tens(8, 6.638166, 56.96093),
	tens(10, 9.348111, 105.0308),
	tens(15, 17.378185, 332.76935),
	tens(20, 26.916839, 768.9414),
	upTo(1, 129.758532, 1.925458, 4.115995),
	upTo(2, 2665.696228, 2.4099, 7.752679),
	upTo(3, 14522.014913, 2.292572, 9.63682),
	upTo(4, 27062.241966, 1.916102, 10.002442),
	{ name: '2 x 3, 1-way', domain: domainOf([2, 3], [[0], [1]]), sum: 7.698839384037 },
	{ name: '2 x 2 x 3, one table', domain: domainOf([2, 2, 3], [[0, 2]]), sum: 6 },
	{ name: '2 x 2 x 3, 2-way', domain: domainOf([2, 2, 3], subsetsOf(3, 2)), sum: 28.541780174, rmse: 1.335612691 }
];

export const treeChecks: readonly PlannerCheck[] = [
	{
		name: 'tree alone',
		domain: domainOf([], [[]], tree),
		sum: 17149 * 1.6517682608523898,
		minimax: 4.19537,
		nested: true
	},
	{
		name: 'tree x 12',
		domain: domainOf([12], [[], [0]], tree),
		sum: 222937 * 2.2587097465855135,
		minimax: 7.745299,
		nested: true
	},
	{
		name: 'tree of two levels x four attributes',
		domain: domainOf(SIZES, EIGHT_SETS, treeOf([[12], [28]])),
		minimax: 16.764858,
		nested: true
	},
	{
		name: 'reference workload',
		domain: referenceDomain(),
		sum: 5127551 * 6.573088428745253,
		minimax: 25.325897,
		nested: true
	}
];
