import { basename, resolve } from 'node:path';
import { parseSignalsInput } from '../early-warning/series/input.ts';
import { signals } from '../early-warning/series/signals.ts';
import { InputError } from '../errors.ts';
import { readText } from '../specification/read-text.ts';
import type { Register } from './command.ts';

export const registerSignals: Register = (program, context, answer) => {
	program
		.command('signals')
		.description(
			'Runs the early-warning model (EWS-1) on given series, outside any database.\n' +
				'Signals are, in each period, the set with a false discovery rate of 10 %. Hysteresis is left out in this version: a\n' +
				'signal is not held open until it has clearly passed, so it may come and go from one period to the next.'
		)
		.argument('<series>', 'series with noisy counts, exposure and sigma (JSON)')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht signals series.json --json > signals.json\n\nThe file holds { id, freq: 12 or 4, train, exposure, noisy_count, sigma, breaks? }, with one list a series.'
		)
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
				const found = output.signal.flat().filter(Boolean).length;
				const periods = output.signal[0]?.length ?? 0;
				return {
					json: output,
					text: `${output.signal.length} series, ${periods} periods: ${found} signals at a false discovery rate of 10 %. Use --json for levels and rises.`
				};
			})
		);
};
