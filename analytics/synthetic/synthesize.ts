import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import { inventBuurten, type Buurten } from './buurten.ts';
import { burnIn, settleAccounts } from './finances.ts';
import { Year } from './live.ts';
import { municipalMargins } from './margins.ts';
import { Random, cumulate } from './random.ts';
import { settle } from './settle.ts';
import { openStaging, type Staging } from './staging.ts';
import { cbsTables } from './tables.ts';
import { Town, type Counters } from './town.ts';

export type Format = 'parquet' | 'csv';

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
	/** Hears the share of the work that is done, 0 to 1. */
	readonly progress?: (share: number) => void;
}

/** Marks a folder of invented data, for people and for the next run. */
export const MARKER = 'SYNTHETISCH.txt';
const SCRATCH = '.werk';
const NOTICE = `Deze gegevens zijn verzonnen (SYNTHETISCH).
Geen persoon, huishouden of adres in deze map bestaat. Namen van bestanden, kolommen en codes volgen de microdata van het CBS;
aantallen per gemeente en landelijke percentages lijken op gepubliceerde cijfers. Verschillen tussen buurten zijn geloot.

These data are invented. No person, household or address in this folder exists.
`;
/** Share of the work that the simulation takes; the rest is writing. */
const SIMULATION = 0.4;
const YEARS = [2013, 2024] as const;

/**
 * Writes CBS-style tables of an invented Netherlands: persons, households, addresses, buurten, incomes, debts.
 * @throws InputError for options out of range, or a folder that holds anything else.
 */
export async function synthesize(options: SynthesisOptions): Promise<void> {
	validate(options);
	await prepare(options.out);
	const scratch = join(options.out, SCRATCH);
	await mkdir(scratch, { recursive: true });
	const instance = await DuckDBInstance.create(join(scratch, 'staging.duckdb'), {
		temp_directory: scratch,
		memory_limit: '2GB'
	});
	const connection = await instance.connect();
	try {
		const buurten = inventBuurten(options.seed);
		await simulate(options, buurten, connection);
		await writeTables(options, connection);
	} finally {
		connection.closeSync();
		instance.closeSync();
		await rm(scratch, { recursive: true, force: true });
	}
	options.progress?.(1);
}

function validate({ persons, years: [first, last], seed, formats }: SynthesisOptions): void {
	if (!Number.isSafeInteger(persons) || persons < 1_000 || persons > 18_000_000)
		throw new InputError('The number of persons must be a whole number from 1,000 to 18,000,000.');
	if (!Number.isInteger(first) || !Number.isInteger(last) || first < YEARS[0] || last > YEARS[1] || first > last)
		throw new InputError(`The years must be a span within ${YEARS[0]}-${YEARS[1]}, the first one not after the last.`);
	if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError('The seed must be a whole number from 0.');
	if (formats.length === 0) throw new InputError('Name at least one format: parquet or csv.');
	for (const format of formats as readonly string[])
		if (format !== 'parquet' && format !== 'csv')
			throw new InputError(`The format ${format} cannot be written; use parquet or csv.`);
}

/** Clears what an earlier run wrote; refuses a folder with anything else in it. */
async function prepare(out: string): Promise<void> {
	await mkdir(out, { recursive: true }).catch((error: unknown) => {
		throw new InputError(`The folder ${basename(out)} cannot be made; check its path.`, { cause: error });
	});
	const present = await readdir(out);
	const ours = /^(SYNTHETISCH\.txt|\.werk|[A-Z0-9]+V1\.(parquet|csv))$/;
	if (present.length > 0 && !(present.includes(MARKER) && present.every((name) => ours.test(name))))
		throw new InputError(
			`The folder ${basename(out)} is not empty and holds files that synthesize did not write. Name an empty or new folder.`
		);
	// The marker first: a run that breaks off must leave a folder that the next run may clear.
	await writeFile(join(out, MARKER), NOTICE);
	for (const name of present) if (name !== MARKER) await rm(join(out, name), { recursive: true });
}

async function simulate(options: SynthesisOptions, buurten: Buurten, connection: DuckDBConnection): Promise<void> {
	const staging = await openStaging(connection);
	const sizes = apportion(options.persons);
	const counters = { person: 0, household: 0, address: 0 };
	let done = 0;
	for (const [index, persons] of sizes.entries()) {
		simulateTown(index, persons, options, buurten, staging, counters);
		done += persons;
		options.progress?.((SIMULATION * done) / options.persons);
		// Lets timers and signals through between municipalities.
		await new Promise((resolve) => setImmediate(resolve));
	}
	for (const writer of Object.values(staging)) writer.close();
	await connection.run('create table buurt (buurt integer, code varchar)');
	const appender = await connection.createAppender('buurt');
	for (const [buurt, code] of buurten.codes.entries()) {
		appender.appendInteger(buurt);
		appender.appendVarchar(code);
		appender.endRow();
	}
	appender.closeSync();
}

function simulateTown(
	index: number,
	persons: number,
	{ years: [first, last], seed }: SynthesisOptions,
	buurten: Buurten,
	staging: Staging,
	counters: Counters
): void {
	const margins = municipalMargins[index]!;
	const random = new Random(seed, index);
	const buurt = (): number => buurten.drawn[index]!(random);
	const town = new Town(staging, counters);
	settle(town, margins, buurt, persons, first, random);
	burnIn(town, margins, buurten, first, random);
	for (let year = first; year <= last; year++) {
		new Year(town, year, buurt, random).run();
		settleAccounts(town, margins, buurten, year, random, staging);
	}
	town.finish();
}

/** Persons per municipality, in proportion to the real ones and adding up exactly. */
function apportion(persons: number): number[] {
	const cumulative = cumulate(municipalMargins.map(({ population }) => population));
	const total = cumulative.at(-1)!;
	const ends = Array.from(cumulative, (end) => Math.round((persons * end) / total));
	return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

async function writeTables(
	{ years: [first, last], out, formats, progress }: SynthesisOptions,
	connection: DuckDBConnection
): Promise<void> {
	const tables = cbsTables(first, last);
	for (const [index, { name, query }] of tables.entries()) {
		for (const format of formats) {
			const path = join(out, `${name}.${format}`).replaceAll("'", "''");
			const shape = format === 'parquet' ? 'format parquet, compression snappy' : 'format csv, header true';
			await connection.run(`copy (${query}) to '${path}' (${shape})`);
		}
		progress?.(SIMULATION + ((1 - SIMULATION) * (index + 1)) / tables.length);
	}
}
