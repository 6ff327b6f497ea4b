/**
 * Tunes the synthetic Netherlands to published figures, and writes analytics/synthetic/data/calibration.csv:
 *
 *     node tools/calibrate.ts --persons 1000000 --rounds 5 [--seed 1] [--fresh] [--only event,assistance]
 *
 * Each round simulates 2014-2024 in memory, measures what is published, and moves every setting a step towards it: incomes by
 * the difference of normal quantiles, rates by ratios; with --only those of the given kinds, and the rest stays. It takes minutes per round; nothing reads the published figures at run time.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { inventBuurten } from '../analytics/synthetic/buurten.ts';
import { Calibration, calibration, type Setting } from '../analytics/synthetic/calibration.ts';
import { makeWorld, simulate } from '../analytics/synthetic/simulate.ts';
import { openStaging } from '../analytics/synthetic/staging.ts';
import { measure, prepare, type Measured } from './calibrate/measure.ts';
import { step } from './calibrate/step.ts';

const { values } = parseArgs({
	options: {
		persons: { type: 'string', default: '1000000' },
		rounds: { type: 'string', default: '5' },
		seed: { type: 'string', default: '1' },
		fresh: { type: 'boolean', default: false },
		only: { type: 'string' }
	}
});
const only = values.only?.split(',');
const FIRST = 2014;
const LAST = 2024;
const FILE = join(import.meta.dirname, '..', 'analytics', 'synthetic', 'data', 'calibration.csv');

async function simulated(settings: Calibration, seed: number): Promise<Measured> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		const staging = await openStaging(connection, FIRST, LAST);
		const buurten = inventBuurten(seed);
		await simulate(makeWorld([FIRST, LAST], seed, buurten, settings, []), Number(values.persons), staging, () => {});
		await connection.run('create table buurt (buurt integer, code varchar)');
		const appender = await connection.createAppender('buurt');
		for (const [buurt, code] of buurten.codes.entries()) {
			appender.appendInteger(buurt);
			appender.appendVarchar(code);
			appender.endRow();
		}
		appender.closeSync();
		await prepare(connection, FIRST, LAST);
		return await measure(connection, FIRST, LAST);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

function write(settings: readonly Setting[]): void {
	const lines = settings.map(
		({ parameter, key, year, value }) => `${parameter},${key},${year},${Number(value.toFixed(4))}`
	);
	const origin = `# Made by tools/calibrate.ts: ${values.persons} persons, seed ${values.seed}${only === undefined ? '' : `, only ${only.join(' ')}`}; targets of analytics/synthetic/published, November 2026.`;
	const fitted =
		'# debts_start by first simulated year, and the last quarter of debts_begin: fitted to stocks and inflow of debts with 150,000 persons.';
	writeFileSync(FILE, [origin, fitted, 'parameter,key,year,value', ...lines, ''].join('\n'));
}

let current = values.fresh ? new Calibration([]) : calibration();
for (let round = 1; round <= Number(values.rounds); round++) {
	const measured = await simulated(current, Number(values.seed));
	const { settings, report } = step(current, measured, FIRST, LAST);
	process.stdout.write(`round ${round}\n${report}\n`);
	const tuned = ({ parameter }: Setting): boolean => only === undefined || only.includes(parameter);
	current = new Calibration([...current.settings.filter((one) => !tuned(one)), ...settings.filter(tuned)]);
	write(current.settings);
}
