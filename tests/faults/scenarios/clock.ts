import assert from 'node:assert/strict';
import { join } from 'node:path';
import { BudgetRefusedError } from '../../../analytics/errors.ts';
import { Desk, done } from '../desk.ts';
import { query, type Grounds } from '../grounds.ts';
import { freshPlace, measureOnce, open, request, using, type Place } from '../place.ts';
import { ROOT } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// Clocks that are wrong, and years that pass: no budget opens again.

const SHIFTS = [10, -10, 1];
/** The command line is dear to start. */
const IN_SHORT = 2;
const ACCOUNT = { lineage: 'population', unit: 'household', scope: 'year:2023' } as const;

export const clock: readonly Scenario[] = [
	{
		name: 'clock-of-database',
		fault: 'the clock of the database is ten years ahead, ten years behind, and a year further',
		oracle: 'a budget that is used up stays used up; the ledger verifies although its times run backwards',
		short: true,
		run: ofDatabase
	},
	{
		name: 'clock-of-process',
		fault:
			'the clock of the program is ten years ahead, ten years behind, and a year further (over the turn of the year)',
		oracle: 'the same request is answered from what is stored; another one finds its budget used up (exit code 4)',
		short: true,
		run: ofProcess
	}
];

async function ofDatabase(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'clock');
	const witness = new Witness(place);
	await using(place, async (ledger) => {
		await ledger.open({ ...ACCOUNT, cap: '3/1000' });
		for (const id of ['a', 'b']) await measureOnce(ledger, request(id));
	});
	for (const years of SHIFTS) {
		await shift(place, years);
		const ledger = await open(place);
		await measureOnce(ledger, request('a'));
		if (years === SHIFTS[0]) await measureOnce(ledger, request('c'));
		await assert.rejects(ledger.charge(request(`${years}`)), BudgetRefusedError);
		await ledger.close();
		await witness.check();
	}
	const { entries } = await using(place, (ledger) => ledger.history());
	const last = new Date(entries.at(-1)!.at).getUTCFullYear();
	assert.equal(last, new Date().getUTCFullYear() + SHIFTS[0]!, 'the clock of the database was never shifted');
	return { shifts: SHIFTS.length, charges: entries.length };
}

/** Whoever asks this database for the time gets another one. */
async function shift({ url }: Place, years: number): Promise<void> {
	const name = new URL(url).pathname.slice(1);
	const statements = [
		'create schema if not exists shifted',
		`create or replace function shifted.clock_timestamp() returns timestamptz language sql
			as $$ select pg_catalog.clock_timestamp() + interval '${years} years' $$`,
		`create or replace function shifted.now() returns timestamptz language sql
			as $$ select pg_catalog.now() + interval '${years} years' $$`,
		'grant usage on schema shifted to public',
		`alter database ${name} set search_path = shifted, pg_catalog, public`
	];
	for (const statement of statements) await query(url, statement);
}

async function ofProcess(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'clock');
	done(
		await desk.run([
			'ledger',
			'open',
			'--lineage',
			desk.path('people.csv'),
			'--unit',
			'household',
			'--scope',
			'year:2023',
			'--cap',
			'0.1',
			'--json'
		])
	);
	done(await desk.measure('bundle'));
	desk.writeSpec('other.yaml', 'snapshot: first', 'snapshot: second');
	const witness = new Witness(desk.place);
	const shifts = grounds.long ? SHIFTS : SHIFTS.slice(0, IN_SHORT);
	for (const years of shifts) {
		const shifted = {
			node: [`--import=${join(ROOT, 'tests/faults/preload/clock.ts')}`],
			env: { VOORZICHT_SHIFT_YEARS: String(years) }
		};
		assert.ok(done<{ replayed: boolean }>(await desk.measure(`again${years}`, shifted)).replayed);
		assert.equal(desk.answerIn(`again${years}`), desk.answerIn('bundle'));
		const { code, stderr } = await desk.run(['measure', 'other.yaml', '--out', `other${years}`], shifted);
		assert.equal(code, 4, stderr);
		assert.equal(desk.answerIn(`other${years}`), null);
	}
	const { charges } = await witness.check();
	assert.equal(charges, 1);
	return { shifts: shifts.length, charges };
}
