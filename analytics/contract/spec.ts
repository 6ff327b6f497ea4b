import { z } from 'zod';
import { amountSchema, attributeSchema } from './spec-attributes.ts';
import { indicatorSchema, statisticSchema } from './spec-figures.ts';
import { cbsSource, tableSource } from './spec-source.ts';
import { code, exactAmount, name, periodName, slug, text } from './spec-words.ts';

/**
 * The release specification: what one release measures, from which source, at which price.
 * `spec.schema.json` beside this file is generated from these schemas.
 */

const MOST_TABLES = 10_000;

const tableSchema = z
	.strictObject({
		level: z
			.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
			.optional()
			.describe('Level of the region tree, or several: a table for each; absent: all units together.'),
		by: z.array(name).default([]).describe('Attributes whose codes make the cells; in a series the periods come last.'),
		each: z
			.array(name)
			.min(1)
			.optional()
			.describe('A table for each of these attributes, which follows those of `by`.'),
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
	})
	.transform(({ level, by, each, ...rest }) => {
		const levels = Array.isArray(level) ? level : [level];
		const attributes = each === undefined ? [by] : each.map((last) => [...by, last]);
		return levels.flatMap((one) =>
			attributes.map((by) => ({ ...(one === undefined ? {} : { level: one }), by, ...rest }))
		);
	});

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
	status: z
		.enum(['provisional', 'final'])
		.default('final')
		.describe('Whether the source may still be corrected (voorlopig) or not (definitief).'),
	attributes: z
		.record(name, attributeSchema)
		.describe('What records are counted by: name -> regions, codes, groups, bins, limit or size.'),
	amounts: z
		.record(name, amountSchema)
		.optional()
		.describe('Amounts that tables may add up: name -> column and bounds.'),
	tables: z
		.array(tableSchema)
		.min(1)
		.transform((tables) => tables.flat())
		.refine((tables) => tables.length <= MOST_TABLES, `must be at most ${MOST_TABLES} tables`)
		.describe('The tables that are measured, each with noise.'),
	indicators: z.array(indicatorSchema).optional().describe('Shares that the dashboard shows.'),
	statistics: z
		.array(statisticSchema)
		.optional()
		.describe('Quantiles, poverty gaps and means from the tables; they cost nothing more.'),
	breaks: z
		.array(
			z.strictObject({
				period: periodName.describe('First period with figures from the changed source.'),
				indicators: z.array(slug).min(1).optional().describe('Indicators that it is about; absent: all.'),
				regions: z.array(code).min(1).optional().describe('Codes of the regions that it is about; absent: all.'),
				reason: text.describe('What changed, in a sentence that people read.')
			})
		)
		.optional()
		.describe(
			'Breaks in supply, of this period and of earlier ones: a source that joined, paused or caught up. Early warning starts anew there.'
		),
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
			delta: exactAmount.default('1e-10').describe('The probability that epsilon is told for; it changes no noise.'),
			programme: slug
				.default('dashboard')
				.describe('The part of the budget that pays: dashboard, validation, reserve, or one that was opened by name.'),
			project: slug.optional().describe('An account within the programme, opened by name, that pays as well.')
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
