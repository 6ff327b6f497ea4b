import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { gateTable, gateTables } from '../microdata/checks/run-checks.ts';
import { cbsNeeds, validateCbsSource, yearOf, type NeededTable } from '../microdata/cbs-source.ts';
import { servesFromStapmon } from '../microdata/stapmon-source.ts';
import { chosenFiles, type ChosenFile } from '../microdata/tables/registry.ts';
import { tableAnalysisFile, validateTableSource } from '../microdata/table-source.ts';
import type { AnalysisFile, Wanted } from './analysis-file.ts';
import { cbsAnalysisFiles } from './households.ts';
import { Reading, type Read } from './reading.ts';
import { stapmonNeeds } from './stapelingsmonitor.ts';

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
	return recordSources([{ spec, domain }], place)[0]!;
}

/**
 * The sources of releases of one file or folder, in their order. Releases of one unit, period and classification in CBS tables
 * are read together, each record once: the gate of one is that of all, and none is there before all have passed it.
 */
export function recordSources(releases: readonly Wanted[], place: string): RecordSource[] {
	const kinds = releases.map((release) => kindOf(release, place));
	const names = releases.map(togetherWith);
	const readings = new Map(
		names.map((name) => {
			const own = releases.filter((_, i) => names[i] === name);
			const check = async () => {
				for (const release of own) await kinds[releases.indexOf(release)]!.check();
			};
			const { read } = kinds[names.indexOf(name)]!;
			return [name, new Reading(place, own, check, read)];
		})
	);
	return releases.map((release, i) => {
		const { chosen, validate } = kinds[i]!;
		const reading = readings.get(names[i]!)!;
		return {
			place,
			chosen,
			validate,
			gate: () => reading.gate(),
			open: () => reading.open(release),
			close: () => reading.close(release)
		};
	});
}

/** A name that releases share which are read together. */
function togetherWith({ spec: { source, period, unit } }: Wanted, i: number): string {
	return source?.kind === 'cbs' ? JSON.stringify([unit.kind, period, source.classification]) : String(i);
}

interface Kind {
	chosen(): readonly ChosenFile[];
	validate(): Promise<void>;
	check(): Promise<void>;
	readonly read: Read;
}

function kindOf({ spec, domain }: Wanted, place: string): Kind {
	const { source, period } = spec;
	if (source === undefined)
		throw new InputError(`${spec.id}: source: is missing, so there is nothing to measure; only plan works without it.`);
	if (domain.attributes.some((attribute) => attribute.rule.kind === 'size'))
		throw new InputError(`${spec.id}: attributes: an attribute given by size alone can be planned, not measured.`);
	if (period === undefined) throw new InputError(`${spec.id}: period: is missing; name the year that is measured.`);
	return source.kind === 'table' ? tableSource(spec, domain, place) : cbsSource(spec, domain, place, period);
}

function tableSource(spec: Spec, domain: Domain, file: string): Kind {
	return {
		chosen: () => [],
		validate: () => validateTableSource(spec, domain, file),
		check: () => gateTable(file),
		read: async (engine) => [await tableAnalysisFile(spec, domain, file, engine)]
	};
}

function cbsSource(spec: Spec, domain: Domain, folder: string, period: string): Kind {
	return {
		chosen: () => chosenFiles(folder),
		validate: () => validateCbsSource(folder, period, spec, domain),
		check: () => gateTables(folder, [period], neededTables(spec, domain, folder, period)),
		read: (engine, releases) => cbsAnalysisFiles(releases, folder, engine)
	};
}

/** The tables that are read, which are the ones that must pass the checks. */
function neededTables(spec: Spec, domain: Domain, folder: string, period: string): readonly NeededTable[] {
	return servesFromStapmon(folder, yearOf(period)) ? stapmonNeeds : cbsNeeds(spec, domain);
}
