import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '../errors.ts';
import { calibration, type Calibration } from './calibration.ts';
import { MARKER } from './marker.ts';
import { makeInParts } from './parts.ts';
import { checkShocks, type Shock } from './shocks.ts';
import { DEFAULT_TABLES, TABLES } from './tables/tables.ts';
import { FORMATS, type Format } from './write-files.ts';

export { MARKER, type Format, type Shock };

export interface SynthesisOptions {
	/** Inhabitants at the start of the first year, 1,000 to 18,000,000. */
	readonly persons: number;
	/** First and last reference year, both included. */
	readonly years: readonly [number, number];
	/** Whole number from 0; the same seed gives the same tables. */
	readonly seed: number;
	/** Folder to write in: absent, empty, or one that this function wrote before. */
	readonly out: string;
	readonly formats: readonly Format[];
	/** Names of the CBS tables to write; absent: all but the Stapelingsmonitor. */
	readonly tables?: readonly string[];
	/** Puts in what checks must find: duplicates, overlaps, missing codes, stray keys, unknown addresses, older versions. */
	readonly dirty?: boolean;
	/** What happens in one region and not elsewhere, so that early warning has something to find. */
	readonly shocks?: readonly Shock[];
	/** Instead of the committed calibration. */
	readonly calibrated?: Calibration;
	/** Hears the share of the work that is done, 0 to 1. */
	readonly progress?: (share: number) => void;
}

const SCRATCH = '.werk';
const NOTICE = `Deze gegevens zijn verzonnen (SYNTHETISCH).
Geen persoon, huishouden of adres in deze map bestaat. Namen van bestanden, kolommen en codes volgen de microdata van het CBS;
aantallen per gemeente en landelijke percentages lijken op gepubliceerde cijfers. Verschillen tussen buurten zijn geloot.

These data are invented. No person, household or address in this folder exists.
`;
/** Below this many persons threads cost more than they save. */
const WORTH_A_THREAD = 100_000;
const YEARS = [2013, 2024] as const;

/**
 * Writes CBS-style tables of an invented Netherlands: a population with addresses, incomes, wealth, positions, benefits and debts
 * that is simulated from year to year. Memory is that of its largest municipality.
 * @throws InputError for options out of range, or a folder that holds anything else.
 */
export async function synthesize(options: SynthesisOptions): Promise<void> {
	validate(options);
	await prepare(options.out);
	const scratch = join(options.out, SCRATCH);
	await mkdir(scratch, { recursive: true });
	try {
		await make(options, scratch);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
	options.progress?.(1);
}

function validate({ persons, years: [first, last], seed, formats, tables, shocks }: SynthesisOptions): void {
	if (!Number.isSafeInteger(persons) || persons < 1_000 || persons > 18_000_000)
		throw new InputError('The number of persons must be a whole number from 1,000 to 18,000,000.');
	if (!Number.isInteger(first) || !Number.isInteger(last) || first < YEARS[0] || last > YEARS[1] || first > last)
		throw new InputError(`The years must be a span within ${YEARS[0]}-${YEARS[1]}, the first one not after the last.`);
	if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError('The seed must be a whole number from 0.');
	if (formats.length === 0) throw new InputError(`Name at least one format: ${FORMATS.join(', ')}.`);
	for (const format of formats)
		if (!FORMATS.includes(format))
			throw new InputError(`The format ${String(format)} cannot be written; use ${FORMATS.join(', ')}.`);
	for (const table of tables ?? [])
		if (!TABLES.includes(table))
			throw new InputError(`There is no table ${table}; the tables are ${TABLES.join(', ')}.`);
	checkShocks(shocks ?? []);
}

/** Clears what an earlier run wrote; refuses a folder with anything else in it. */
async function prepare(out: string): Promise<void> {
	await mkdir(out, { recursive: true }).catch((error: unknown) => {
		throw new InputError(`The folder ${basename(out)} cannot be made; check its path.`, { cause: error });
	});
	const present = await readdir(out);
	const ours = /^(SYNTHETISCH\.txt|\.werk|[A-Z0-9]+V[12]\.(parquet|csv|sav))$/;
	if (present.length > 0 && !(present.includes(MARKER) && present.every((name) => ours.test(name))))
		throw new InputError(
			`The folder ${basename(out)} is not empty and holds files that synthesize did not write. Name an empty or new folder.`
		);
	// The marker first: a run that breaks off must leave a folder that the next run may clear.
	await writeFile(join(out, MARKER), NOTICE);
	for (const name of present) if (name !== MARKER) await rm(join(out, name), { recursive: true });
}

/** Simulates into database files, and writes the tables from these. */
async function make(options: SynthesisOptions, scratch: string): Promise<void> {
	const { persons, years, seed, shocks = [], tables = DEFAULT_TABLES, dirty = false, formats, out, progress } = options;
	const { settings } = options.calibrated ?? calibration();
	await makeInParts(
		scratch,
		{ persons, years, seed, settings, shocks },
		{ tables, dirty, formats, out, scratch },
		(share) => progress?.(share),
		persons >= WORTH_A_THREAD
	);
}
