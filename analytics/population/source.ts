import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError, QualityGateError } from '../errors.ts';
import { UnreadableDataError } from '../engine/engine-error.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { gateTable, gateTables } from '../microdata/checks/run-checks.ts';
import { cbsNeeds, validateCbsSource, yearOf, type NeededTable } from '../microdata/cbs-source.ts';
import { servesFromStapmon } from '../microdata/stapmon-source.ts';
import { chosenFiles, type ChosenFile } from '../microdata/tables/registry.ts';
import { tableAnalysisFile, validateTableSource } from '../microdata/table-source.ts';
import type { AnalysisFile } from './analysis-file.ts';
import { cbsAnalysisFile } from './households.ts';
import { stapmonNeeds } from './stapelingsmonitor.ts';
import { requireUnchanged, stampOf } from './unchanged.ts';

/** Where the records of a release come from, for one period. */
export interface RecordSource {
	/** The file or folder, as an absolute path: its public name unless the specification gives another. */
	readonly place: string;
	/** Which files of CBS tables the folder's names make serve, for people to see; none for a single file. */
	chosen(): readonly ChosenFile[];
	/** Looks at names and headers only. @throws InputError */
	validate(): Promise<void>;
	/**
	 * Runs the rules that stop a release and reads the records, looking at nothing but whether that works: a file that cannot be
	 * read would otherwise cost a charge, and the failure would tell that a certain record is there.
	 * @throws QualityGateError
	 * @throws OutsideFaultError when somebody wrote to the files meanwhile
	 */
	gate(): Promise<void>;
	/** The records that the gate read, or else reads them now; `close` the engine of the answer afterwards. */
	open(): Promise<AnalysisFile>;
	/** Lets go of records that nobody opened. */
	close(): Promise<void>;
}

export function recordSource(spec: Spec, domain: Domain, place: string): RecordSource {
	const { source, period } = spec;
	if (source === undefined)
		throw new InputError(`${spec.id}: source: is missing, so there is nothing to measure; only plan works without it.`);
	if (domain.attributes.some((attribute) => attribute.rule.kind === 'size'))
		throw new InputError(`${spec.id}: attributes: an attribute given by size alone can be planned, not measured.`);
	if (period === undefined) throw new InputError(`${spec.id}: period: is missing; name the year that is measured.`);
	const { chosen, validate, check, read } =
		source.kind === 'table' ? tableSource(spec, domain, place) : cbsSource(spec, domain, place, period);
	let kept: AnalysisFile | null = null;
	const handOver = () => {
		const file = kept;
		kept = null;
		return file;
	};
	return {
		place,
		chosen,
		validate,
		async gate() {
			const stamp = await stampOf(place);
			await check();
			const file = await readable(() => opened(place, read));
			await requireUnchanged(place, stamp).catch(async (error: unknown) => {
				await file.engine.close();
				throw error;
			});
			kept = file;
		},
		open: async () => handOver() ?? opened(place, read),
		close: async () => handOver()?.engine.close()
	};
}

interface Kind {
	chosen(): readonly ChosenFile[];
	validate(): Promise<void>;
	check(): Promise<void>;
	read(engine: Engine): Promise<AnalysisFile>;
}

function tableSource(spec: Spec, domain: Domain, file: string): Kind {
	return {
		chosen: () => [],
		validate: () => validateTableSource(spec, domain, file),
		check: () => gateTable(file),
		read: (engine) => tableAnalysisFile(spec, domain, file, engine)
	};
}

function cbsSource(spec: Spec, domain: Domain, folder: string, period: string): Kind {
	return {
		chosen: () => chosenFiles(folder),
		validate: () => validateCbsSource(folder, period, spec, domain),
		check: () => gateTables(folder, [period], neededTables(spec, domain, folder, period)),
		read: (engine) => cbsAnalysisFile(spec, domain, folder, engine)
	};
}

/** The tables that are read, which are the ones that must pass the checks. */
function neededTables(spec: Spec, domain: Domain, folder: string, period: string): readonly NeededTable[] {
	return servesFromStapmon(folder, yearOf(period)) ? stapmonNeeds : cbsNeeds(spec, domain);
}

/** @throws QualityGateError when the records cannot be read to the end */
async function readable(open: () => Promise<AnalysisFile>): Promise<AnalysisFile> {
	try {
		return await open();
	} catch (error) {
		if (!(error instanceof UnreadableDataError)) throw error;
		throw new QualityGateError(
			'The microdata cannot be read to the end. Write the files again as csv, parquet or sav.',
			{
				cause: error
			}
		);
	}
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
