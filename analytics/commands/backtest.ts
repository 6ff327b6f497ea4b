import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { backtestText } from '../early-warning/validation/backtest-text.ts';
import { backtest, type Backtest } from '../early-warning/validation/backtest.ts';
import { parseTruth } from '../early-warning/validation/truth.ts';
import { worldKinds, type KindName } from '../early-warning/validation/worlds/kinds.ts';
import { world } from '../early-warning/validation/worlds/world.ts';
import { parseSignalsInput } from '../early-warning/series/input.ts';
import { InputError } from '../errors.ts';
import { readText } from '../specification/read-text.ts';
import type { Answer, Context, Register } from './command.ts';
import { wholeNumber } from './options.ts';

interface Options {
	truth?: string;
	worlds?: string;
	seeds?: number;
	out?: string;
}

export const registerBacktest: Register = (program, context, answer) => {
	program
		.command('backtest')
		.description(
			'Scores the early-warning model beside plain rules, as if series had been released period by period: each period is\n' +
				'judged by itself and those before it, and the model is fitted on the periods before `train` alone. Warnings are held\n' +
				'against later periods of the same series and, where the truth is known, against the truth. Nothing is random\n' +
				'but the invented worlds, which come from their seeds.'
		)
		.argument('[series]', 'series with noisy counts, exposure and sigma, as for `signals` (JSON)')
		.option('--truth <file>', 'what really happened: { event_series0, onset0, relative_level } (JSON)')
		.option('--worlds <kinds>', `invented worlds instead of a file: ${Object.keys(worldKinds).join(',')}`)
		.option('--seeds <number>', 'worlds of each kind (default: 1)', wholeNumber('--seeds', 1, 100))
		.option('--out <folder>', 'also write the scorecards to this folder, as JSON and Markdown')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht backtest series.json --truth truth.json --out scorecards\n  voorzicht backtest --worlds A,C --seeds 3'
		)
		.action(answer((file: string | undefined, options: Options) => run(context, file, options)));
};

async function run(context: Context, file: string | undefined, options: Options): Promise<Answer> {
	if ((file === undefined) === (options.worlds === undefined))
		throw new InputError('Give either a series file or --worlds.');
	const results = file === undefined ? invented(context, options) : [await given(context.cwd, file, options.truth)];
	if (options.out !== undefined) await write(resolve(context.cwd, options.out), results);
	return {
		json: file === undefined ? results : results[0],
		text: results.map(backtestText).join('\n')
	};
}

async function given(cwd: string, file: string, truthFile: string | undefined): Promise<Backtest> {
	const path = resolve(cwd, file);
	const input = parseSignalsInput(await json(path, 'series file'), basename(path));
	if (truthFile === undefined) return backtest(input, null);
	const truthPath = resolve(cwd, truthFile);
	const [series, periods] = [input.noisy_count.length, input.noisy_count[0]!.length];
	return backtest(input, parseTruth(await json(truthPath, 'truth file'), basename(truthPath), series, periods));
}

async function json(path: string, what: string): Promise<unknown> {
	const text = await readText(path, what);
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		throw new InputError(`${basename(path)} is not valid JSON.`, { cause: error });
	}
}

function invented(context: Context, { worlds, seeds = 1, truth }: Options): Backtest[] {
	if (truth !== undefined) throw new InputError('--truth belongs to a series file; invented worlds bring their own.');
	const names = worlds!.split(',').map((name) => name.trim());
	const unknown = names.find((name) => !(name in worldKinds));
	if (unknown !== undefined)
		throw new InputError(`--worlds: there is no kind ${unknown}; the kinds are ${Object.keys(worldKinds).join(', ')}.`);
	return names.flatMap((name) =>
		Array.from({ length: seeds }, (_, k) => {
			const step = context.progress.step(`World ${name}, seed ${k + 1}`);
			const { input, truth } = world(name as KindName, k + 1);
			const result = backtest(input, truth);
			step.done();
			return result;
		})
	);
}

async function write(folder: string, results: readonly Backtest[]): Promise<void> {
	try {
		await mkdir(folder, { recursive: true });
		for (const result of results) {
			const name = join(folder, result.id.replace(/[^A-Za-z0-9._-]/g, '_'));
			await writeFile(`${name}.json`, `${JSON.stringify(result, null, '\t')}\n`);
			await writeFile(`${name}.md`, backtestText(result));
		}
	} catch (error) {
		throw new InputError(`--out ${folder} cannot be written to. Give a folder that exists or can be made.`, {
			cause: error
		});
	}
}
