import { access, constants, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { osEntropy, Rational } from 'diffprivlib-js';
import { audit } from '../audit/audit.ts';
import type { AuditReport } from '../contract/audit.ts';
import { roundedUp } from '../contract/rounded-up.ts';
import { InputError } from '../errors.ts';
import { loadSpecification } from '../specification/load.ts';
import type { Answer, Context, Register } from './command.ts';
import { wholeNumber } from './options.ts';
import { columns } from './plan.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const LARGEST_SEED = 2 ** 31 - 1;

interface Options {
	quick?: boolean;
	seed?: number;
	out?: string;
}

export const registerAudit: Register = (program, context, answer) => {
	program
		.command('audit')
		.description(
			'Tests whether releases protect what is claimed. Every release is run on invented data with and without one unit, on\n' +
				'the same noise: what differs may cost no more than is charged, and nothing else may differ. Draws of the sampler\n' +
				'give a lower bound on the privacy loss, which may not exceed the claim, and every path of its decisions is added\n' +
				'up exactly. Faults are planted in both, and the audit must see them. Chance of a false alarm: 1e-6 for each test of\n' +
				'draws, and none elsewhere. No microdata are read. Takes about half an hour, with --quick one to two minutes.'
		)
		.argument('[spec...]', 'release specifications (default: the examples)')
		.option('--quick', 'fewer pairs and draws')
		.option(
			'--seed <number>',
			'make the invented data of an earlier report again',
			wholeNumber('--seed', 0, LARGEST_SEED)
		)
		.option('--out <file>', 'also write the report to this file, as JSON')
		.action(answer((files: string[], options: Options) => run(context, files, options)));
};

async function run(context: Context, files: readonly string[], options: Options): Promise<Answer> {
	const { quick = false, seed } = options;
	const out = options.out === undefined ? null : resolve(context.cwd, options.out);
	if (out !== null) await requirePlace(out);
	const paths = files.length > 0 ? files.map((file) => resolve(context.cwd, file)) : await examples();
	const report = await audit({
		// All specifications are read before anything else, so that a bad one is told at once.
		specifications: await Promise.all(paths.map(loadSpecification)),
		form: quick ? 'quick' : 'deep',
		seed: seed ?? osEntropy().below(LARGEST_SEED),
		now: context.now,
		step: context.progress.step
	});
	if (out !== null) await writeFile(out, `${JSON.stringify(report, null, '\t')}\n`);
	return auditAnswer(report);
}

/** An audit takes long, so a place that cannot take its report is refused before it. */
async function requirePlace(file: string): Promise<void> {
	const [there, folder] = await Promise.all([file, dirname(file)].map((path) => stat(path).catch(() => null)));
	const isPlace = folder?.isDirectory() === true && there?.isDirectory() !== true;
	if (isPlace && (await isWritable(there === null ? dirname(file) : file))) return;
	throw new InputError(
		`--out ${file} is no place for a file. Give the name of a JSON file that can be written, in a folder that exists.`
	);
}

function isWritable(path: string): Promise<boolean> {
	return access(path, constants.W_OK).then(
		() => true,
		() => false
	);
}

/** An audit that fails is an answer, with exit code 1. */
export function auditAnswer(report: AuditReport): Answer {
	return { json: report, text: inWords(report), exitCode: report.passed ? 0 : 1 };
}

async function examples(): Promise<string[]> {
	const names = await readdir(EXAMPLES);
	return names
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => join(EXAMPLES, name));
}

function inWords({ passed, seed, replay, sampler, enumeration, faults }: AuditReport): string {
	const missed = faults.filter(({ seen }) => !seen).map(({ name }) => name);
	return [
		'Releases with and without one unit, on the same noise:',
		...columns([
			['plan', 'pairs', 'worst cases', 'largest cost', ''],
			...replay.map((plan) => [
				plan.plan,
				String(plan.pairs),
				String(plan.worstCases),
				`${(100 * plan.largestCost).toFixed(2)} % of the charge`,
				plan.passed ? 'ok' : `FAILED: ${plan.violations.join(', ')}`
			])
		]),
		'',
		'Draws of the sampler:',
		...columns([
			['noise of', 'sigma2', 'claimed epsilon', 'proven at least', 'fit', ''],
			...sampler.map((one) => [
				one.what,
				Rational.parse(one.sigma2).toNumberUp().toPrecision(5),
				roundedUp(one.claimedEpsilon, 5),
				one.lowerBound.toFixed(4),
				one.pValue === undefined ? '-' : `p ${one.pValue.toPrecision(2)}`,
				one.passed ? 'ok' : 'FAILED'
			])
		]),
		'',
		'Paths of decisions, added up exactly:',
		...columns(enumeration.map((one) => [one.mechanism, String(one.paths), one.passed ? 'ok' : 'FAILED'])),
		'',
		`Planted faults: ${faults.length - missed.length} of ${faults.length} seen${missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`}.`,
		`The invented data come from seed ${seed}.`,
		passed ? 'Every test passed.' : 'The audit FAILED.'
	].join('\n');
}
