import { basename } from 'node:path';
import { sql } from 'kysely';
import type { Domain } from '../../contract/domain.ts';
import type { Spec } from '../../contract/spec.ts';
import { openEngine } from '../../engine/engine.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { InputError } from '../../errors.ts';
import { openDataFile, type DataFile } from '../data-file.ts';
import { loaded } from '../load.ts';
import { validateTableSource } from '../table-source.ts';
import { lines, wellFormed } from './level-0/well-formed.ts';
import { gate, reportOf, result, type CheckReport } from './report.ts';
import type { RuleHead } from './rule.ts';

const header: RuleHead = {
	id: 'header',
	level: 0,
	severity: 'error',
	title: 'the file has the columns of the specification',
	tables: []
};

/**
 * Rules for a single file of `kind: table`: its header and its lines. Nothing here looks at a column, a filter or a code that the
 * specification chooses: with those, its author could ask about one unit and pay nothing.
 * @throws InputError when the file or a column is missing.
 */
export async function runTableChecks(spec: Spec, domain: Domain, file: string): Promise<CheckReport> {
	await validateTableSource(spec, domain, file);
	const place = basename(file);
	try {
		const torn = await tornLines(await openDataFile(file));
		return reportOf([result(header, place, 0), result(wellFormed, place, torn)]);
	} catch (error) {
		if (error instanceof UnreadableDataError)
			throw new InputError(`${place}: the file cannot be read to its end. Write it again as csv or parquet.`);
		throw error;
	}
}

/**
 * The one rule that stops a single file: an open quotation mark would swallow the lines of other units, and then one unit
 * could change more rows than its own.
 * @throws QualityGateError
 */
export async function gateTable(file: string): Promise<void> {
	const torn = await tornLines(await openDataFile(file)).catch((error: unknown) => {
		if (error instanceof UnreadableDataError) return Infinity;
		throw error;
	});
	gate(reportOf([result(wellFormed, basename(file), torn)]));
}

async function tornLines(file: DataFile): Promise<number> {
	const engine = await openEngine({ readable: [file.path] });
	try {
		const read = await loaded(engine, file, []);
		const query = sql<{
			torn: bigint;
		}>`select count(*) filter (where torn) as torn from ${lines(engine, read)} as line`;
		return Number((await query.execute(engine.db)).rows[0]!.torn);
	} finally {
		await engine.close();
	}
}
