import { createWriteStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '../contract/manifest.ts';
import { InputError } from '../errors.ts';
import { estimateCsv } from '../reconcile/estimate-csv.ts';
import type { Integrity } from '../reconcile/estimates.ts';
import { parsePins } from '../reconcile/pins-csv.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { Statistic } from '../reconcile/statistics/statistic.ts';
import { statisticsCsv } from '../reconcile/statistics/statistics-csv.ts';
import { statistics } from '../reconcile/statistics/statistics.ts';
import { readBundle, requireSigned, type Bundle } from '../release/bundle.ts';
import { signatureState, type SignatureState } from '../release/signature.ts';
import { readText } from '../specification/read-text.ts';
import type { Context, Register } from './command.ts';
import { trustOf } from './signing.ts';

interface Options {
	out?: string;
	pin?: string;
	statistics?: string;
	json?: boolean;
}

export const registerEstimate: Register = (program, context, answer) => {
	program
		.command('estimate')
		.description('Makes consistent estimates with standard errors from the noisy tables of a bundle. Costs nothing.')
		.argument('<bundle>', 'folder of a release bundle')
		.option('--out <file>', 'csv file for the estimates (default: stdout, unless --statistics is given)')
		.option('--pin <file>', 'csv with public totals to hold fixed: region, attributes, value')
		.option('--statistics <file>', "csv file for the specification's statistics: medians, poverty gaps, means")
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht estimate vrijgave-2023 --out schattingen.csv\n  voorzicht estimate vrijgave-2023 --pin inwoners.csv --out schattingen.csv\n  voorzicht estimate vrijgave-2023 --statistics medianen.csv\n\nA pin file is a csv file with region, any attributes, and value; an empty attribute means all its codes.\nIn a statistics file, lower and upper bound a 95 % interval; a lower without an upper means "at least".'
		)
		.action(answer((folder: string, options: Options) => run(context, folder, options)));
};

async function run(context: Context, folder: string, options: Options) {
	const path = (file: string | undefined) => (file === undefined ? null : resolve(context.cwd, file));
	const [out, pinFile, statisticsOut] = [path(options.out), path(options.pin), path(options.statistics)];
	if (out !== null && out === statisticsOut)
		throw new InputError('--out and --statistics name the same file. Give each a file of its own.');
	const bundle = await readBundle(resolve(context.cwd, folder));
	const signature = await checkedSignature(context, bundle);
	const { domain, noisy, manifest } = bundle;
	const asked = statisticsOut === null ? null : askedStatistics(manifest);
	const pins = pinFile === null ? [] : parsePins(domain, await readText(pinFile, 'pin file'), basename(pinFile));
	const estimates = reconcile(domain, noisy, { pins, series: manifest.plan.series });
	const integrity = estimates.integrity();
	const fit = integrityInWords(integrity, pins.length > 0);
	const said = asked === null ? null : statistics(domain, estimates, asked);
	if (statisticsOut !== null && said !== null) await write(statisticsOut, statisticsCsv(said), '--statistics');
	const rows = estimateCsv(domain, estimates);
	if (out !== null) await write(out, rows, '--out');
	else if (said === null && options.json !== true) {
		for (const part of rows) await context.write(part);
		if (signature !== 'verified') context.progress.say(signatureInWords(signature));
		if (isBad(integrity)) context.progress.say(fit);
		return null;
	}
	const text = [
		out === null ? [] : [`Wrote the estimates to ${out}.`],
		said === null ? [] : [`Wrote the statistics to ${statisticsOut}: ${statisticsInWords(said)}.`],
		[signatureInWords(signature)],
		[fit]
	];
	return {
		json: {
			...(out === null ? {} : { out }),
			signature,
			integrity,
			...(said === null ? {} : { statistics: said }),
			...(out === null && said === null ? { csv: [...rows].join('') } : {})
		},
		text: text.flat().join(' ')
	};
}

/** Whoever names the keys that count wants no other bundle; without, anybody may read one, and is told what is not known. */
async function checkedSignature(context: Context, bundle: Bundle): Promise<SignatureState> {
	const { keys, named } = await trustOf(context);
	if (named) requireSigned(bundle, keys);
	return signatureState(bundle, keys);
}

function signatureInWords(state: SignatureState): string {
	return {
		verified: 'The signature of the bundle is good.',
		'unknown-key':
			'The signature of the bundle was not verified: name a file with the public key of its signer in VOORZICHT_TRUSTED_KEYS.',
		unsigned: 'The bundle is not signed.'
	}[state];
}

function askedStatistics({ id, spec }: Manifest) {
	const asked = spec.statistics ?? [];
	if (asked.length > 0) return asked;
	throw new InputError(
		`--statistics: release ${id} has no statistics. Add them to its specification and measure again: the same tables cost nothing then.`
	);
}

async function write(file: string, rows: Iterable<string>, option: string): Promise<void> {
	await pipeline(Readable.from(rows), createWriteStream(file)).catch((error: NodeJS.ErrnoException) => {
		if (!['EISDIR', 'ENOENT', 'ENOTDIR'].includes(error.code ?? '')) throw error;
		throw new InputError(
			`${option} ${file} is no place for a file. Give the name of a csv file in a folder that exists.`,
			{ cause: error }
		);
	});
}

function statisticsInWords(rows: readonly Statistic[]): string {
	const open = rows.filter(({ value, lower }) => value === null && lower !== null).length;
	const silent = rows.filter(({ reliability }) => reliability === 'X').length;
	return [
		rows.length === 1 ? '1 value' : `${rows.length} values`,
		...(open > 0 ? [`${open} of them only as "at least"`] : []),
		...(silent > 0 ? [`${silent} left empty because too few units can be told from the noise`] : [])
	].join(', ');
}

/** So small a p is the chance of one release in a thousand when all is well. */
function isBad({ p }: Integrity): boolean {
	return p !== null && p < 1e-3;
}

function integrityInWords(integrity: Integrity, pinned: boolean): string {
	const { statistic, dof, p } = integrity;
	if (p === null) return 'Nothing is measured twice, so the fit of the tables cannot be tested.';
	const chance = p < 1e-300 ? 'p < 1e-300' : `p = ${p.toPrecision(2)}`;
	const size = statistic < 1e6 ? statistic.toFixed(1) : statistic.toPrecision(3);
	const test = `${chance} (chi-square ${size} on ${dof} degrees of freedom)`;
	return isBad(integrity)
		? `The tables do NOT fit together as their noise says, with ${test}: a file of the bundle${pinned ? ' or a pin' : ''} is wrong.`
		: `The tables fit together as their noise says with ${test}.`;
}
