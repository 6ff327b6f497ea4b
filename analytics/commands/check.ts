import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { cbsNeeds, yearOf } from '../microdata/cbs-source.ts';
import { inWords } from '../microdata/checks/in-words.ts';
import { runChecks, runTableChecks, type CheckReport, type TableUse } from '../microdata/checks/run-checks.ts';
import { chosenInWords } from '../microdata/tables/chosen-in-words.ts';
import { chosenFiles, type ChosenFile } from '../microdata/tables/registry.ts';
import { servesFromStapmon } from '../microdata/stapmon-source.ts';
import { stapmonNeeds } from '../population/stapelingsmonitor.ts';
import { loadSpecification } from '../specification/load.ts';
import type { Context, Register } from './command.ts';
import { placeOf } from './measure.ts';

export const registerCheck: Register = (program, context, answer) => {
	program
		.command('check')
		.description(
			'Runs the data-quality rules and prints the report by level: what is not met, and a banded count; never a value.\n' +
				'Given a folder it checks all CBS tables in it; given a specification, the tables or the file that it needs.'
		)
		.argument('<dir-or-spec>', 'folder with CBS tables, or a release specification')
		.option('--microdata <path>', 'with a specification: folder with the microdata, or the file itself')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht check /data/cbs\n  voorzicht check armoede.yaml --microdata personen.csv\n' +
				'The rules are in docs/checks.md. Exit code 3: a rule that stops a release is broken.'
		)
		.action(
			answer(async (target: string, options: { microdata?: string }) => {
				const { report, files } = await reportOn(context, target, options.microdata);
				const text = files.length === 0 ? inWords(report) : `${chosenInWords(files)}\n\n${inWords(report)}`;
				return { json: { ...report, files }, text, exitCode: report.passed ? 0 : 3 };
			})
		);
};

/** What the rules find, and which files of CBS tables the folder's names make serve. */
interface Checked {
	readonly report: CheckReport;
	readonly files: readonly ChosenFile[];
}

async function reportOn(context: Context, target: string, microdata: string | undefined): Promise<Checked> {
	const path = resolve(context.cwd, target);
	const found = await stat(path).catch(() => null);
	if (found === null)
		throw new InputError(`${path} does not exist. Give a folder with CBS tables, or a release specification.`);
	if (found.isDirectory()) return { report: await runChecks(path), files: chosenFiles(path) };
	const specification = await loadSpecification(path);
	const place = await placeOf(specification, microdata && resolve(context.cwd, microdata));
	const { spec, domain } = specification;
	if (spec.source?.kind !== 'cbs') return { report: await runTableChecks(spec, domain, place), files: [] };
	const report =
		spec.period === undefined
			? await runChecks(place)
			: await runChecks(place, [spec.period], needs(place, spec.period, spec, domain));
	return { report, files: chosenFiles(place) };
}

/** The tables that a release by the specification reads: faults in other ones do not stop it. */
function needs(folder: string, period: string, spec: Spec, domain: Domain): readonly TableUse[] {
	return servesFromStapmon(folder, yearOf(period)) ? stapmonNeeds : cbsNeeds(spec, domain);
}
