import { z } from 'zod';

const rational = z.string().regex(/^\d+\/[1-9]\d*$/);

const isLowerTriangle = (rows: readonly (readonly number[])[], size: number) =>
	rows.length === size && rows.every((row, t) => row.length === t + 1 && row[t]! > 0);

/** The plan of a release: what each table costs and how accurate it will be. Made from public inputs only. */
export const planSchema = z.strictObject({
	id: z.string(),
	unit: z.strictObject({ kind: z.enum(['person', 'household']), contribution: z.number().int() }),
	/** "add-remove": neighbouring populations differ by all rows of one unit. */
	neighbours: z.literal('add-remove'),
	/** rho, rounded up to a double for display; `rhoExact` is what is charged. */
	rho: z.number(),
	rhoExact: rational,
	delta: z.number(),
	deltaExact: rational,
	/** epsilon at delta, rounded up, by the formula named in `conversion`. */
	epsilon: z.number(),
	conversion: z.string(),
	objective: z.enum(['max-variance', 'sum-of-variances']),
	/** The objective's value that the plan reaches. */
	value: z.number(),
	/** No Gaussian linear mechanism of the same rho does better than this. */
	lowerBound: z.number(),
	ratio: z.number(),
	/** How far the shares of the tables may still be from the best ones, as a part of the value: a proven duality gap. */
	gap: z.number(),
	/** Root of the mean variance over all cells of all tables of counts; sums have units of their own. */
	rmse: z.number(),
	/** Largest variance over the tables of counts. */
	maxVariance: z.number(),
	/** How consecutive periods are measured; absent without a series. */
	series: z
		.strictObject({
			attribute: z.string(),
			periods: z.number().int(),
			spells: z.number().int(),
			/**
			 * "independent": every period by itself; "half-order": sums of past changes (square-root Toeplitz); "fitted": sums fitted
			 * to this number of periods and spells.
			 */
			strategy: z.enum(['independent', 'half-order', 'fitted']),
			/**
			 * Whole numbers by which the counts of a cell's periods are multiplied: row t holds periods 0 .. t, its last number above
			 * 0. Absent when every period is measured by itself.
			 */
			matrix: z.array(z.array(z.number().int())).optional(),
			/** Squared Euclidean length of the largest change that one unit makes, in the measured whole numbers. */
			cost: z.number().int(),
			/** Variance of one period's cell for each strategy, at equal price, largest or mean as the objective judges; the least is taken. */
			variances: z.strictObject({ independent: z.number(), 'half-order': z.number(), fitted: z.number().optional() })
		})
		.superRefine(({ strategy, periods, matrix }, context) => {
			const message =
				(strategy === 'independent') !== (matrix === undefined)
					? 'a series has a matrix, unless each of its periods is measured by itself'
					: matrix !== undefined && !isLowerTriangle(matrix, periods)
						? `the matrix of ${periods} periods has ${periods} rows, one number longer each, that end above 0`
						: null;
			if (message !== null) context.addIssue({ code: 'custom', path: ['matrix'], message });
		})
		.optional(),
	tables: z.array(
		z.strictObject({
			id: z.string(),
			level: z.string().nullable(),
			by: z.array(z.string()),
			/** The amount that is added up; absent: rows are counted. */
			sum: z.string().optional(),
			cells: z.number().int(),
			/** Exact noise variance parameter of the measured table. */
			sigma2: rational,
			/** Exact share of rho. */
			rho: rational,
			/** Variance of a published cell, after reconciliation. */
			variance: z.strictObject({ mean: z.number(), max: z.number() }),
			halfWidth95: z.number()
		})
	)
});

export type Plan = z.infer<typeof planSchema>;
export type PlannedTable = Plan['tables'][number];
