import { basename } from 'node:path';
import type { Domain } from '../../contract/domain.ts';
import type { Spec } from '../../contract/spec.ts';
import { openEngine } from '../../engine/engine.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { InputError } from '../../errors.ts';
import { openDataFile } from '../data-file.ts';
import { validateTableSource } from '../table-source.ts';
import { gate, reportOf, result, type CheckReport, type RuleResult } from './report.ts';
import { CheckData } from './rule.ts';
import { brokenLines } from './well-formed.ts';

const header = {
	id: 'header',
	level: 0,
	severity: 'error',
	title: 'the file has the columns of the specification'
} as const;
const lines = {
	id: 'well-formed',
	level: 0,
	severity: 'error',
	title: 'every line is one row with the fields of the header, and closes its quotation marks'
} as const;
/**
 * Rules for a single file of `kind: table`: its header and its lines. Nothing here looks at a column, a filter or a code that the
 * specification chooses: with those, its author could ask about one unit and pay nothing.
 * @throws InputError when the file or a column is missing.
 */
export async function runTableChecks(spec: Spec, domain: Domain, file: string): Promise<CheckReport> {
	await validateTableSource(spec, domain, file);
	const data = await openDataFile(file);
	const place = basename(file);
	const results: RuleResult[] = [result(header, place, 0)];
	const engine = await openEngine({ readable: [file] });
	try {
		const check = new CheckData(engine, 0, new Map());
		results.push(result(lines, place, await brokenLines(check, data)));
	} catch (error) {
		if (error instanceof UnreadableDataError)
			throw new InputError(`${place}: the file cannot be read to its end. Write it again as csv or parquet.`);
		throw error;
	} finally {
		await engine.close();
	}
	return reportOf(results);
}

/**
 * The one rule that stops a single file: an open quotation mark would swallow the lines of other units, and then one unit
 * could change more rows than its own.
 * @throws QualityGateError
 */
export async function gateTable(file: string): Promise<void> {
	const data = await openDataFile(file);
	const engine = await openEngine({ readable: [file] });
	try {
		const check = new CheckData(engine, 0, new Map());
		const broken = await brokenLines(check, data).catch((error: unknown) => {
			if (error instanceof UnreadableDataError) return Infinity;
			throw error;
		});
		gate(reportOf([result(lines, basename(file), broken)]));
	} finally {
		await engine.close();
	}
}
