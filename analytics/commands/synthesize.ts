import { resolve } from 'node:path';
import { Option } from 'commander';
import { InputError } from '../errors.ts';
import { synthesize } from '../synthetic/synthesize.ts';
import type { Register } from './command.ts';
import { wholeNumber, years } from './options.ts';

interface Options {
	persons: number;
	years: [number, number];
	seed: number;
	out: string;
	format: ('parquet' | 'csv')[];
}

export const registerSynthesize: Register = (program, context, answer) => {
	program
		.command('synthesize')
		.description(
			'Writes CBS-style microdata of an invented Netherlands: persons, households, addresses, incomes, debts.\n' +
				'A first version: households persist over the years, but jobs, wealth and life events are not simulated yet, and SPSS\n' +
				'files (.sav) are not written yet.'
		)
		.option('--persons <n>', 'number of persons', wholeNumber('--persons', 1_000, 18_000_000), 100_000)
		.addOption(
			new Option('--years <span>', 'reference years').argParser(years('--years')).default([2021, 2023], '2021-2023')
		)
		.option('--seed <n>', 'the same seed gives the same data', wholeNumber('--seed', 0, 2 ** 31 - 1), 1)
		.option('--out <dir>', 'folder to write to', '.voorzicht/microdata')
		.addOption(
			new Option('--format <list>', 'parquet, csv, or both').argParser(formats).default(['parquet'], 'parquet')
		)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht synthesize --persons 200000 --years 2021-2023 --format csv --out microdata'
		)
		.action(
			answer(async (options: Options) => {
				const out = resolve(context.cwd, options.out);
				const step = context.progress.step('Making microdata');
				await synthesize({
					persons: options.persons,
					years: options.years,
					seed: options.seed,
					out,
					formats: options.format,
					progress: (share) => step.report(share)
				});
				step.done();
				const [first, last] = options.years;
				return {
					json: { out, persons: options.persons, years: options.years, seed: options.seed, formats: options.format },
					text: `Wrote an invented Netherlands of ${options.persons} persons, ${first} to ${last}, to ${out}.`
				};
			})
		);
};

function formats(text: string): ('parquet' | 'csv')[] {
	const list = [...new Set(text.split(','))];
	if (list.includes('sav')) throw new InputError('--format sav cannot be written yet; use parquet or csv.');
	if (!list.every((format) => format === 'parquet' || format === 'csv'))
		throw new InputError('--format must be parquet, csv, or parquet,csv.');
	return list as ('parquet' | 'csv')[];
}
