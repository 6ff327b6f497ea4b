import { z } from 'zod';

/**
 * The release specification: what one release measures, from which source, at which price.
 * `spec.schema.json` beside this file is generated from these schemas.
 */

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a slug: lower-case letters, digits and hyphens');
const name = z
	.string()
	.regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, 'must be a name: a letter, then letters, digits and underscores');
const columnName = z.string().min(1).max(128);
const code = z
	.union([z.string().min(1).max(128), z.number()])
	.transform(String)
	.refine((text) => text.isWellFormed(), 'must be whole Unicode text');

/** Name of a period; it becomes part of a folder's name. */
export const periodName = z
	.string()
	.regex(
		/^[A-Z0-9]([A-Z0-9 ._-]{0,30}[A-Z0-9])?$/,
		'must be a short name in capitals and digits, such as 2023 or 2023-Q1'
	);

const AMOUNT_RULE = 'must be a positive exact decimal or fraction, such as "0.05" or "1/20"';
/** A non-negative exact amount, written as a decimal ("0.05", "1e-10") or a fraction ("1/20"). */
export const exactAmount = z
	.union([z.string(), z.number()], { error: AMOUNT_RULE })
	.transform(String)
	.refine((text) => /^(\d+(\.\d+)?([eE][+-]?\d{1,3})?|\d+\/[1-9]\d*)$/.test(text) && text.length <= 64, AMOUNT_RULE);

const whereSchema = z.union([
	z
		.strictObject({
			column: columnName.describe('Column that is looked at.'),
			in: z.array(code).min(1).describe('Values that are kept.')
		})
		.describe('Keeps the rows with one of these values.'),
	z
		.strictObject({
			column: columnName.describe('Column that is looked at.'),
			min: z.number().optional().describe('Smallest number that is kept.'),
			max: z.number().optional().describe('Largest number that is kept.')
		})
		.refine((w) => w.min !== undefined || w.max !== undefined, 'needs min, max or both')
		.describe('Keeps the rows with a number from min to max, both included.')
]);

const snapshot = z
	.string()
	.min(1)
	.max(128)
	.optional()
	.describe('Public name of the delivery; a new delivery needs a new name and is charged again.');

const tableSource = z
	.strictObject({
		kind: z.literal('table').describe('One csv or parquet file with the records.'),
		file: z
			.string()
			.min(1)
			.describe('Path of a csv or parquet file; relative to --microdata when given, else to the specification.'),
		unit: columnName.optional().describe('Column that identifies the privacy unit; absent: every row is a unit.'),
		where: z.array(whereSchema).optional().describe('Only rows that pass all these filters count.'),
		lineage: slug
			.optional()
			.describe(
				'Name of the population: all files about it share one budget. Absent: the file is a population of its own.'
			),
		snapshot
	})
	.describe('Records from one file.');

const cbsSource = z
	.strictObject({
		kind: z.literal('cbs').describe('The CBS tables about persons, households, incomes and debts.'),
		classification: z
			.number()
			.int()
			.min(2011)
			.max(2100)
			.default(2024)
			.describe('Year of the regional classification that every period is recomputed on.'),
		snapshot
	})
	.describe('Records from the tables of Statistics Netherlands.');

const attributeSchema = z.union([
	z
		.strictObject({
			tree: z
				.string()
				.min(1)
				.describe('"cbs:2024", or the path of a csv file with the columns code, parent, name and level.'),
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
const amountSchema = z
	.strictObject({
		column: columnName.describe('Column with the amounts; they are rounded, and a missing one counts as 0.'),
		from: z.number().int(WHOLE).default(0).describe('Smallest amount; a smaller one counts as this.'),
		to: z.number().int(WHOLE).describe('Largest amount; a larger one counts as this.')
	})
	.refine(({ from, to }) => from < to, 'needs from below to')
	.describe(
		'An amount that tables may add up, in whole euros or another whole unit; clipped to from..to before it is added.'
	);

const tableSchema = z.strictObject({
	level: z.string().min(1).optional().describe('Level of the region tree; absent: all units together.'),
	by: z.array(name).default([]).describe('Attributes whose codes make the cells; in a series the periods come last.'),
	sum: name
		.optional()
		.describe(
			'Amount that is added up, where rows are counted otherwise; the same table without sum must be there too.'
		),
	target: z
		.number()
		.positive()
		.optional()
		.describe('Wanted standard error of one cell, in units; without budget.rho the targets decide what is spent.'),
	weight: z.number().positive().optional().describe('Importance in the sum-of-variances objective; absent: 1.')
});

const text = z.strictObject({
	nl: z.string().min(1).describe('In Dutch.'),
	en: z.string().min(1).describe('In English.')
});

const groups = z
	.array(name)
	.optional()
	.describe('Attributes to break the figure down by, one at a time; each must stand beside it in a table.');

const indicatorSchema = z
	.strictObject({
		id: slug.describe('Name of the indicator in addresses and files.'),
		attribute: name.describe('Attribute that it is told from.'),
		is: z.array(code).min(1).describe('Codes of the units that are counted.'),
		of: z
			.array(code)
			.min(1)
			.optional()
			.describe('Codes that form the denominator; absent: every code of the attribute but "unknown".'),
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
const statisticSchema = z.union([
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

export const specSchema = z.strictObject({
	id: slug.describe('Name of the release in addresses, files and the ledger.'),
	title: text.optional().describe('Title that people read.'),
	source: z
		.discriminatedUnion('kind', [tableSource, cbsSource])
		.optional()
		.describe('Where the records come from; absent: planning only.'),
	unit: z
		.strictObject({
			kind: z.enum(['person', 'household']).describe('What is protected as a whole.'),
			contribution: z
				.number()
				.int()
				.min(1)
				.max(1_000)
				.default(1)
				.describe('Most rows of one unit that count, the first of them; its square is what they cost.')
		})
		.describe('The privacy unit: whether one of them is in the data hardly changes what comes out.'),
	period: z
		.union([periodName, z.number().int().nonnegative()])
		.transform(String)
		.optional()
		.describe('Period of the figures, such as 2023; --period can give it instead.'),
	attributes: z
		.record(name, attributeSchema)
		.describe('What records are counted by: name -> regions, codes, groups, bins, limit or size.'),
	amounts: z
		.record(name, amountSchema)
		.optional()
		.describe('Amounts that tables may add up: name -> column and bounds.'),
	tables: z.array(tableSchema).min(1).max(10_000).describe('The tables that are measured, each with noise.'),
	indicators: z.array(indicatorSchema).optional().describe('Shares that the dashboard shows.'),
	statistics: z
		.array(statisticSchema)
		.optional()
		.describe('Quantiles, poverty gaps and means from the tables; they cost nothing more.'),
	notice: text
		.optional()
		.describe('A warning that every page with these figures shows, such as "these data are invented".'),
	labels: z
		.record(name, z.record(z.string(), text))
		.optional()
		.describe('Names of code values as people read them: attribute -> code -> text.'),
	objective: z
		.enum(['max-variance', 'sum-of-variances'])
		.default('max-variance')
		.describe('What the plan makes small: the largest variance against its target, or the weighted sum of all.'),
	budget: z
		.strictObject({
			rho: exactAmount
				.optional()
				.describe('What the release costs (rho-zCDP), exact: "0.05" or "1/20"; absent: what the targets need.'),
			delta: exactAmount.default('1e-10').describe('The probability that epsilon is told for; it changes no noise.')
		})
		.describe('The price of the release.')
});

export type Spec = z.infer<typeof specSchema>;
export type SpecInput = z.input<typeof specSchema>;
export type Source = NonNullable<Spec['source']>;
export type AttributeSpec = Spec['attributes'][string];
export type IndicatorSpec = NonNullable<Spec['indicators']>[number];
export type StatisticSpec = NonNullable<Spec['statistics']>[number];
export type Text = z.infer<typeof text>;
