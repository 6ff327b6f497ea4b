import { z } from 'zod';
import { code, columnName, name } from './spec-words.ts';

export const attributeSchema = z.union([
	z
		.strictObject({
			tree: z
				.string()
				.min(1)
				.describe(
					'"cbs:2024", "cbs:2024-gemeente" for rows that know no lower region, or the path of a csv file with the columns code, parent, name and level.'
				),
			column: columnName
				.optional()
				.describe('Column with the code of the lowest region that is known; absent: planning only.')
		})
		.describe('Regions: at most one attribute of a release. Tables name its levels.'),
	z
		.strictObject({
			column: columnName.describe('Column with the codes.'),
			codes: z.array(code).min(1).max(10_000).describe('Every code; what is not listed counts as "unknown".'),
			series: z
				.strictObject({
					spells: z
						.number()
						.int()
						.min(1)
						.max(100)
						.describe('How many spells of each unit count, from the first: runs of periods in one cell.')
				})
				.optional()
				.describe(
					'The codes are consecutive periods, which are measured together; rows of no listed period are left out.'
				)
		})
		.describe('A list of codes.'),
	z
		.strictObject({
			of: name.describe('Name of the attribute whose codes are grouped.'),
			every: z
				.number()
				.int()
				.min(2)
				.max(10_000)
				.describe('Codes per group; it divides the number of codes, "unknown" included.')
		})
		.describe('Groups of neighbouring codes of another attribute: what makes long lists of value bins accurate.'),
	z
		.strictObject({
			column: columnName.describe('Column with the numbers.'),
			bins: z
				.array(z.number())
				.min(1)
				.max(1_000)
				.describe(
					'Lower bounds of the bins, ascending; the last bin has no upper bound, and what is lower is "unknown".'
				)
		})
		.describe('Bins of numbers.'),
	z
		.strictObject({
			column: columnName.describe('Column with the numbers.'),
			below: z.number().describe('Public limit: "yes" below it, "no" from it up, "unknown" without a number.')
		})
		.describe('Whether a number lies below a limit.'),
	z
		.strictObject({ size: z.number().int().min(1).max(1_000_000).describe('Number of codes.') })
		.describe('So many codes without data: for planning only.')
]);

const WHOLE = 'must be a whole number';
export const amountSchema = z
	.strictObject({
		column: columnName.describe('Column with the amounts; they are rounded, and a missing one counts as 0.'),
		from: z.number().int(WHOLE).default(0).describe('Smallest amount; a smaller one counts as this.'),
		to: z.number().int(WHOLE).describe('Largest amount; a larger one counts as this.')
	})
	.refine(({ from, to }) => from < to, 'needs from below to')
	.describe(
		'An amount that tables may add up, in whole euros or another whole unit; clipped to from..to before it is added.'
	);
