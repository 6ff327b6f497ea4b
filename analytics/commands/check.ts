import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { runChecks, runTableChecks, type CheckReport } from '../microdata/checks/run-checks.ts';
import { loadSpecification } from '../specification/load.ts';
import type { Context, Register } from './command.ts';
import { placeOf } from './measure.ts';

export const registerCheck: Register = (program, context, answer) => {
	program
		.command('check')
		.description(
			'Runs the data-quality rules and prints the report: rule, pass or fail, and a banded count; never a value.\n' +
				'Given a folder it checks the CBS tables in it; given a specification, the file that it names.'
		)
		.argument('<dir-or-spec>', 'folder with CBS tables, or a release specification')
		.option('--microdata <path>', 'with a specification: folder with the microdata, or the file itself')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht check /data/cbs\n  voorzicht check armoede.yaml --microdata personen.csv'
		)
		.action(
			answer(async (target: string, options: { microdata?: string }) => {
				const report = await reportOn(context, target, options.microdata);
				return { json: report, text: inWords(report), exitCode: report.passed ? 0 : 3 };
			})
		);
};

async function reportOn(context: Context, target: string, microdata: string | undefined): Promise<CheckReport> {
	const path = resolve(context.cwd, target);
	const found = await stat(path).catch(() => null);
	if (found === null)
		throw new InputError(`${path} does not exist. Give a folder with CBS tables, or a release specification.`);
	if (found.isDirectory()) return runChecks(path);
	const specification = await loadSpecification(path);
	const place = await placeOf(specification, microdata && resolve(context.cwd, microdata));
	const { spec, domain } = specification;
	return spec.source?.kind === 'cbs'
		? runChecks(place, spec.period === undefined ? undefined : [spec.period])
		: runTableChecks(spec, domain, place);
}

function inWords(report: CheckReport): string {
	const lines = report.rules.map(({ id, level, severity, title, passed, affected }) => {
		const result = passed ? 'ok    ' : severity === 'error' ? 'FAILED' : 'warns ';
		return `${result} ${id}: ${title}${passed || (level === 0 && !id.startsWith('well-formed')) ? '' : ` (${affected} rows)`}`;
	});
	const failed = report.rules.filter((rule) => !rule.passed).length;
	const verdict = report.passed
		? 'The data pass the gate.'
		: 'The data do not pass the gate: nothing can be measured until the failed rules are mended.';
	return [...lines, '', `${report.rules.length} rules, ${failed} not met. ${verdict}`].join('\n');
}
