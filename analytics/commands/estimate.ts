import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { estimateCsv } from '../reconcile/estimate-csv.ts';
import { parsePins } from '../reconcile/pins-csv.ts';
import type { Integrity } from '../reconcile/estimates.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { readBundle } from '../release/bundle.ts';
import { readText } from '../specification/read-text.ts';
import type { Context, Register } from './command.ts';

interface Options {
	out?: string;
	pin?: string;
	json?: boolean;
}

export const registerEstimate: Register = (program, context, answer) => {
	program
		.command('estimate')
		.description('Makes consistent estimates with standard errors from the noisy tables of a bundle. Costs nothing.')
		.argument('<bundle>', 'folder of a release bundle')
		.option('--out <file>', 'csv file to write (default: stdout)')
		.option('--pin <file>', 'csv with public totals to hold fixed: region, attributes, value')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht estimate vrijgave-2023 --out schattingen.csv\n  voorzicht estimate vrijgave-2023 --pin inwoners.csv --out schattingen.csv\n\nA pin file is a csv file with region, any attributes, and value; an empty attribute means all its codes.'
		)
		.action(answer((folder: string, options: Options) => run(context, folder, options)));
};

async function run(context: Context, folder: string, options: Options) {
	const { domain, noisy } = await readBundle(resolve(context.cwd, folder));
	const pinFile = options.pin === undefined ? null : resolve(context.cwd, options.pin);
	const pins = pinFile === null ? [] : parsePins(domain, await readText(pinFile, 'pin file'), basename(pinFile));
	const estimates = reconcile(domain, noisy, { pins });
	const integrity = estimates.integrity();
	const rows = estimateCsv(domain, estimates);
	if (options.out === undefined) {
		if (options.json !== true) {
			for (const part of rows) await context.write(part);
			return null;
		}
		return { json: { integrity, csv: [...rows].join('') }, text: '' };
	}
	const out = resolve(context.cwd, options.out);
	await pipeline(Readable.from(rows), createWriteStream(out)).catch((error: NodeJS.ErrnoException) => {
		if (!['EISDIR', 'ENOENT', 'ENOTDIR'].includes(error.code ?? '')) throw error;
		throw new InputError(`--out ${out} is no place for a file. Give the name of a csv file in a folder that exists.`, {
			cause: error
		});
	});
	return {
		json: { out, integrity },
		text: `Wrote the estimates to ${out}. ${integrityInWords(integrity)}`
	};
}

function integrityInWords({ statistic, dof, p }: Integrity): string {
	if (p === null) return 'Nothing is measured twice, so the fit of the tables cannot be tested.';
	return `The tables fit together as their noise says with p = ${p.toPrecision(2)} (chi-square ${statistic.toFixed(1)} on ${dof} degrees of freedom).`;
}
