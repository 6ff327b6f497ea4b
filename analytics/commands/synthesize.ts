import { resolve } from 'node:path';
import { Option } from 'commander';
import { InputError } from '../errors.ts';
import { synthesize, type Shock } from '../synthetic/synthesize.ts';
import { FORMATS, type Format } from '../synthetic/write-files.ts';
import type { Register } from './command.ts';
import { wholeNumber, years } from './options.ts';
import { reportAnswer } from './synthesis-report.ts';

interface Options {
	persons: number;
	years: [number, number];
	seed: number;
	out: string;
	format: Format[];
	tables?: string[];
	shock: Shock[];
	dirty?: true;
	report?: string | true;
}

export const registerSynthesize: Register = (program, context, answer) => {
	program
		.command('synthesize')
		.description(
			'Writes CBS-style microdata of an invented Netherlands that is simulated from year to year: persons, households, addresses,\n' +
				'partners, parents and deaths; positions, incomes, wealth and housing costs; registered debts, benefits and defaulters.'
		)
		.option('--persons <n>', 'number of persons', wholeNumber('--persons', 1_000, 18_000_000), 100_000)
		.addOption(
			new Option('--years <span>', 'reference years').argParser(years('--years')).default([2021, 2023], '2021-2023')
		)
		.option('--seed <n>', 'the same seed gives the same data', wholeNumber('--seed', 0, 2 ** 31 - 1), 1)
		.option('--out <dir>', 'folder to write to', '.voorzicht/microdata')
		.addOption(
			new Option('--format <list>', 'parquet, csv, sav: one or more').argParser(formats).default(['parquet'], 'parquet')
		)
		.option('--tables <list>', 'names of CBS tables; all but STAPMON when absent', (text: string) => text.split(','))
		.option(
			'--shock <what>',
			'unemployment or debts, region, first year, factor: such as unemployment:CR36:2024:2; may be given more than once',
			(text: string, before: Shock[]) => [...before, shock(text)],
			[]
		)
		.option('--dirty', 'put in the errors that real deliveries have, to try the checks on')
		.option('--report [dir]', 'compare what is written, or a folder that was written before, with published figures')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht synthesize --persons 200000 --years 2021-2023 --format csv --out microdata'
		)
		.action(
			answer(async (options: Options) => {
				if (typeof options.report === 'string') return reportAnswer(context, options.report);
				const out = resolve(context.cwd, options.out);
				const step = context.progress.step('Making microdata');
				await synthesize({
					persons: options.persons,
					years: options.years,
					seed: options.seed,
					out,
					formats: options.format,
					dirty: options.dirty === true,
					shocks: options.shock,
					...(options.tables === undefined ? {} : { tables: options.tables }),
					progress: (share) => step.report(share)
				});
				step.done();
				if (options.report === true) return reportAnswer(context, out);
				const [first, last] = options.years;
				return {
					json: { out, persons: options.persons, years: options.years, seed: options.seed, formats: options.format },
					text: `Wrote an invented Netherlands of ${options.persons} persons, ${first} to ${last}, to ${out}.`
				};
			})
		);
};

function shock(text: string): Shock {
	const [, kind, region, year, factor] = /^(unemployment|debts):(\w+):(\d{4}):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
	if (kind === undefined)
		throw new InputError(
			'--shock is unemployment or debts, a region, its first year and a factor, such as unemployment:CR36:2024:2.'
		);
	return { kind: kind as Shock['kind'], region: region!, year: Number(year), factor: Number(factor) };
}

function formats(text: string): Format[] {
	const list = [...new Set(text.split(','))] as Format[];
	if (!list.every((format) => FORMATS.includes(format)))
		throw new InputError('--format must be parquet, csv, sav, or some of them, such as parquet,csv.');
	return list;
}
