import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { gate, gateTable, runChecks, type CheckReport } from '../microdata/checks/run-checks.ts';
import { validateCbsSource } from '../microdata/cbs-source.ts';
import { tableAnalysisFile, validateTableSource } from '../microdata/table-source.ts';
import type { AnalysisFile } from './analysis-file.ts';
import { cbsAnalysisFile } from './households.ts';

/** Where the records of a release come from, for one period. */
export interface RecordSource {
	/** The file or folder, as an absolute path: its public name unless the specification gives another. */
	readonly place: string;
	/** Looks at names and headers only. @throws InputError */
	validate(): Promise<void>;
	/** Runs the rules that stop a release. @throws QualityGateError */
	gate(): Promise<CheckReport>;
	/** Reads the records; `close` the engine of the answer afterwards. */
	open(): Promise<AnalysisFile>;
}

export function recordSource(spec: Spec, domain: Domain, place: string): RecordSource {
	const { source, period } = spec;
	if (source === undefined)
		throw new InputError(`${spec.id}: source: is missing, so there is nothing to measure; only plan works without it.`);
	if (domain.attributes.some((attribute) => attribute.rule.kind === 'size'))
		throw new InputError(`${spec.id}: attributes: an attribute given by size alone can be planned, not measured.`);
	if (period === undefined) throw new InputError(`${spec.id}: period: is missing; name the year that is measured.`);
	if (source.kind === 'table')
		return {
			place,
			validate: () => validateTableSource(spec, domain, place),
			gate: () => gateTable(place),
			open: () => opened(place, (engine) => tableAnalysisFile(spec, domain, place, engine))
		};
	return {
		place,
		validate: () => validateCbsSource(place, period, spec, domain),
		gate: async () => {
			const report = await runChecks(place, [period]);
			gate(report);
			return report;
		},
		open: () => opened(place, (engine) => cbsAnalysisFile(spec, domain, place, engine))
	};
}

async function opened(place: string, read: (engine: Engine) => Promise<AnalysisFile>): Promise<AnalysisFile> {
	const engine = await openEngine({ readable: [place] });
	try {
		return await read(engine);
	} catch (error) {
		await engine.close();
		throw error;
	}
}
