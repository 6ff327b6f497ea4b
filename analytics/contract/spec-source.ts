import { z } from 'zod';
import { code, columnName, slug } from './spec-words.ts';

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

export const tableSource = z
	.strictObject({
		kind: z.literal('table').describe('One file with the records: csv, parquet or SPSS (.sav).'),
		file: z
			.string()
			.min(1)
			.describe('Path of a csv, parquet or .sav file; relative to --microdata when given, else to the specification.'),
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

export const cbsSource = z
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
