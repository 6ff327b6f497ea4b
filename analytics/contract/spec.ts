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
	z.strictObject({ column: columnName, in: z.array(code).min(1) }),
	z
		.strictObject({ column: columnName, min: z.number().optional(), max: z.number().optional() })
		.refine((w) => w.min !== undefined || w.max !== undefined, 'needs min, max or both')
]);

const tableSource = z.strictObject({
	kind: z.literal('table'),
	/** Path of a csv or parquet file; relative to `--microdata` when given, else to the specification. */
	file: z.string().min(1),
	/** Column that identifies the privacy unit; absent: every row is a unit. */
	unit: columnName.optional(),
	where: z.array(whereSchema).optional(),
	/** Name of the population: all files about it share one budget. Absent: the file is a population of its own. */
	lineage: slug.optional(),
	snapshot: z.string().min(1).max(128).optional()
});

const cbsSource = z.strictObject({
	kind: z.literal('cbs'),
	/** Year of the regional classification that every period is recomputed on. */
	classification: z.number().int().min(2011).max(2100).default(2024),
	/** Public name of the delivery; a new delivery needs a new name and is charged again. */
	snapshot: z.string().min(1).max(128).optional()
});

const attributeSchema = z.union([
	z.strictObject({ tree: z.string().min(1), column: columnName.optional() }),
	z.strictObject({
		column: columnName,
		codes: z.array(code).min(1).max(10_000),
		/** The codes are consecutive periods; of each unit the first `spells` runs in one cell count. */
		series: z.strictObject({ spells: z.number().int().min(1).max(100) }).optional()
	}),
	/** Groups of neighbouring codes of another attribute: what makes long lists of value bins accurate. */
	z.strictObject({ of: name, every: z.number().int().min(2).max(10_000) }),
	z.strictObject({ column: columnName, bins: z.array(z.number()).min(1).max(1_000) }),
	z.strictObject({ column: columnName, below: z.number() }),
	z.strictObject({ size: z.number().int().min(1).max(1_000_000) })
]);

const WHOLE = 'must be a whole number';
/** An amount that tables may add up, in whole euros or another whole unit; clipped to from..to before it is added. */
const amountSchema = z
	.strictObject({ column: columnName, from: z.number().int(WHOLE).default(0), to: z.number().int(WHOLE) })
	.refine(({ from, to }) => from < to, 'needs from below to');

const tableSchema = z.strictObject({
	level: z.string().min(1).optional(),
	by: z.array(name).default([]),
	/** Adds up an amount instead of counting rows. */
	sum: name.optional(),
	/** Wanted standard error of one cell, in units. */
	target: z.number().positive().optional(),
	/** Importance in the sum-of-variances objective. */
	weight: z.number().positive().optional()
});

const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

/** What the dashboard shows of a release: the share of units whose `attribute` has a code in `is`. */
const indicatorSchema = z.strictObject({
	id: slug,
	attribute: name,
	is: z.array(code).min(1),
	/** Codes that form the denominator; absent: every code of the attribute but "unknown". */
	of: z.array(code).min(1).optional(),
	/** Another attribute to break the indicator down by; must occur with `attribute` in a table. */
	groups: z.array(name).optional(),
	/** Absent: the catalogue knows the indicator by its id. */
	label: text.optional(),
	description: text.optional()
});

const share = z.number().gt(0).lt(1);
/** A number about the units of each region that is not a share: from value bins (quantile, gap) or from a sum (mean). */
const statisticSchema = z.union([
	/** The value below which this share of the units lies, by inverting the distribution over the bins of `of`. */
	z.strictObject({ id: slug, quantile: share, of: name, groups: z.array(name).optional(), label: text.optional() }),
	/**
	 * The mean shortfall below a line as a share of the line (the poverty gap index), over the rows with a known value from the
	 * first bin up: rows below it, such as negative incomes, are "unknown" and left out.
	 */
	z.strictObject({
		id: slug,
		gap: z.number().positive(),
		of: name,
		groups: z.array(name).optional(),
		label: text.optional()
	}),
	/** The mean of an amount per row, from its sum and the count of the same cells. */
	z.strictObject({ id: slug, mean: name, groups: z.array(name).optional(), label: text.optional() })
]);

export const specSchema = z.strictObject({
	id: slug,
	title: text.optional(),
	source: z.discriminatedUnion('kind', [tableSource, cbsSource]).optional(),
	unit: z.strictObject({
		kind: z.enum(['person', 'household']),
		contribution: z.number().int().min(1).max(1_000).default(1)
	}),
	period: z.union([periodName, z.number().int().nonnegative()]).transform(String).optional(),
	attributes: z.record(name, attributeSchema),
	amounts: z.record(name, amountSchema).optional(),
	tables: z.array(tableSchema).min(1).max(10_000),
	indicators: z.array(indicatorSchema).optional(),
	statistics: z.array(statisticSchema).optional(),
	/** A warning that every page with these figures shows, such as "these data are invented". */
	notice: text.optional(),
	/** Names of code values as people read them: attribute -> code -> text. */
	labels: z.record(name, z.record(z.string(), text)).optional(),
	objective: z.enum(['max-variance', 'sum-of-variances']).default('max-variance'),
	budget: z.strictObject({ rho: exactAmount.optional(), delta: exactAmount.default('1e-10') })
});

export type Spec = z.infer<typeof specSchema>;
export type SpecInput = z.input<typeof specSchema>;
export type Source = NonNullable<Spec['source']>;
export type AttributeSpec = Spec['attributes'][string];
export type IndicatorSpec = NonNullable<Spec['indicators']>[number];
export type StatisticSpec = NonNullable<Spec['statistics']>[number];
export type Text = z.infer<typeof text>;
