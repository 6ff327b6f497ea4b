import { basename, resolve } from 'node:path';
import { parseSignalsInput } from '../early-warning/series/input.ts';
import { signals, type SignalsOutput } from '../early-warning/series/signals.ts';
import { InputError } from '../errors.ts';
import { readText } from '../specification/read-text.ts';
import type { Register } from './command.ts';

function summary({ signal, open, left_out }: SignalsOutput): string {
	const periods = signal[0]?.length ?? 0;
	const found = signal.flat().filter(Boolean).length;
	const last = open.filter((row) => row.at(-1) === true).length;
	const unused = left_out.length === 0 ? '' : ` Counts that could not be used: ${left_out.length}.`;
	return `${signal.length} series, ${periods} periods: ${found} signals at a false discovery rate of 10 %, ${last} open in the last period.${unused} Use --json for levels and rises.`;
}

const help = `
For example:
  voorzicht signals series.json --json > signals.json

The file holds { id, freq: 12, 4 or 1, train, exposure, noisy_count, sigma, exposure_sigma?, breaks? }, with one list a series.
Hyperparameters are fitted on the first \`train\` periods: at least two years, or four in yearly series. The rest is scored.

What cannot be used counts as missing, and is listed in \`left_out\` with the reason:
  exposure of zero or less, or null    no_exposure, exposure
  sigma null: noise that is unknown    sigma
  a sum of counts of zero or less      no_rate: there is nothing to compare with
A series has null until its first period that can be used, so for ever when there is none. Negative counts are used as they
are; sigma 0 means a count without privacy noise. A break outside the series, series that are too short, and a file in which
nothing can be used before \`train\` are refused (exit code 2).

\`baseline\` is the simple rule beside the model: the change in a year in standard errors, by Benjamini-Hochberg at 10 %.`;

export const registerSignals: Register = (program, context, answer) => {
	program
		.command('signals')
		.description(
			'Runs the early-warning model (EWS-1) on given series, outside any database.\n' +
				'In each period, `signal` is the set of series with a false discovery rate of 10 %. A signal that is in the set opens,\n' +
				'and stays open until no event has been more likely than an event in two periods in a row: `open`, `opened`, `onset`.'
		)
		.argument('<series>', 'series with noisy counts, exposure and sigma (JSON)')
		.addHelpText('after', help)
		.action(
			answer(async (file: string) => {
				const path = resolve(context.cwd, file);
				const text = await readText(path, 'series file');
				let input: unknown;
				try {
					input = JSON.parse(text);
				} catch (error) {
					throw new InputError(`${basename(path)} is not valid JSON.`, { cause: error });
				}
				const output = signals(parseSignalsInput(input, basename(path)));
				return { json: output, text: summary(output) };
			})
		);
};
