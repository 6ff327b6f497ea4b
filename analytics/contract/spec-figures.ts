import { z } from 'zod';
import { code, name, slug, text } from './spec-words.ts';

const groups = z
	.array(name)
	.optional()
	.describe('Attributes to break the figure down by, one at a time; each must stand beside it in a table.');

export const indicatorSchema = z
	.strictObject({
		id: slug.describe('Name of the indicator in addresses and files.'),
		attribute: name.describe('Attribute that it is told from.'),
		is: z.array(code).min(1).describe('Codes of the units that are counted.'),
		of: z
			.array(code)
			.min(1)
			.optional()
			.describe('Codes that form the denominator; absent: every code of the attribute but "unknown".'),
		per: z
			.literal('quarter')
			.optional()
			.describe(
				'The four codes of `is` are the quarters of the period, in order: each is told as a period of its own, 2023Q1 to 2023Q4.'
			),
		groups,
		label: text.optional().describe('Name that people read; absent: the catalogue knows the indicator by its id.'),
		description: text.optional().describe('One sentence of explanation; absent: that of the catalogue.')
	})
	.describe('What the dashboard shows of a release: the share of units whose attribute has a code in `is`.');

const share = z.number().gt(0).lt(1);
const statisticId = slug.describe('Name of the statistic in files.');
const statisticLabel = text.optional().describe('Name that people read.');
const binned = name.describe('Attribute with bins that it is told from.');
/** A number about the units of each region that is not a share: from value bins (quantile, gap) or from a sum (mean). */
export const statisticSchema = z.union([
	/** The value below which this share of the units lies, by inverting the distribution over the bins of `of`. */
	z.strictObject({
		id: statisticId,
		quantile: share.describe('Share of the rows that lie below the value that is told: 0.5 for the median.'),
		of: binned,
		groups,
		label: statisticLabel
	}),
	/**
	 * The mean shortfall below a line as a share of the line (the poverty gap index), over the rows with a known value from the
	 * first bin up: rows below it, such as negative incomes, are "unknown" and left out.
	 */
	z.strictObject({
		id: statisticId,
		gap: z
			.number()
			.positive()
			.describe('Line below which rows fall short; the answer is the mean shortfall as a share of it.'),
		of: binned,
		groups,
		label: statisticLabel
	}),
	/** The mean of an amount per row, from its sum and the count of the same cells. */
	z.strictObject({
		id: statisticId,
		mean: name.describe('Amount whose mean per row is told.'),
		groups,
		label: statisticLabel
	})
]);
