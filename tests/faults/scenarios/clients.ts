import assert from 'node:assert/strict';
import { BudgetRefusedError } from '../../../analytics/errors.ts';
import { rhoText } from '../../../analytics/ledger/amount.ts';
import { freshPlace, open, request, using, type Place } from '../place.ts';
import { run } from '../program.ts';
import type { Grounds } from '../grounds.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';
import { amountsOf, type Outcome, type Task } from '../client.ts';

// Many clients at once over accounts that lie in one another.

const PROCESSES = 4;
const CLIENTS_EACH = 16;
const SPENDS = { short: 20, long: 80 };
const SEEDS = { short: 1, long: 20 };
const PROJECTS = ['alpha', 'beta', 'gamma'];
const YEARS = ['2021', '2022', '2023'];

export const clients: readonly Scenario[] = [
	{
		name: 'many-clients',
		fault: '64 clients in four processes spend at once, random amounts over horizon, years, programme and projects',
		oracle: 'every account is exactly the sum of what was granted, never above its cap; refused only what does not fit',
		short: true,
		isCrowded: true,
		run: manyClients
	},
	{
		name: 'opposite-order',
		fault: 'clients name the same years in opposite orders, with and without a project, at once',
		oracle: 'no deadlock, nobody is refused, every account is exactly the sum',
		short: true,
		isCrowded: true,
		run: oppositeOrder
	}
];

async function manyClients(grounds: Grounds): Promise<Counts> {
	const [seeds, times] = grounds.long ? [SEEDS.long, SPENDS.long] : [SEEDS.short, SPENDS.short];
	const total = { spends: 0, granted: 0, refused: 0 };
	for (let seed = 0; seed < seeds; seed++) {
		const place = await freshPlace(grounds, 'many-clients');
		await openAccounts(place, times);
		const outcomes = (
			await Promise.all(
				Array.from({ length: PROCESSES }, async (_, i): Promise<Outcome[]> => {
					const task: Task = {
						place,
						seed: seed * PROCESSES + i,
						clients: CLIENTS_EACH,
						times,
						projects: PROJECTS,
						years: YEARS
					};
					const { code, stdout, stderr } = await run('tests/faults/client.ts', [JSON.stringify(task)]);
					assert.equal(code, 0, stderr);
					return JSON.parse(stdout) as Outcome[];
				})
			)
		).flat();
		assert.equal(outcomes.length, PROCESSES * CLIENTS_EACH * times);
		await compare(place, outcomes);
		await new Witness(place).check();
		total.spends += outcomes.length;
		total.granted += outcomes.filter(({ granted }) => granted).length;
	}
	total.refused = total.spends - total.granted;
	assert.ok(total.refused > 0 && total.granted > 0, 'the caps were never tried');
	return { clients: PROCESSES * CLIENTS_EACH, seeds, ...total };
}

/**
 * Caps a little below what is asked of each account on average: they are reached towards the end, so that most amounts are
 * granted and many are refused. A client asks for 500,000 nano on average, of one to three years, and names a project half the time.
 */
async function openAccounts(place: Place, times: number): Promise<void> {
	const asked = BigInt(PROCESSES * CLIENTS_EACH * times) * 500_000n;
	const account = { lineage: 'population', unit: 'household' } as const;
	await using(place, async (ledger) => {
		const open = (scope: string, part: bigint, of: bigint) =>
			ledger.open({ ...account, scope, cap: rhoText((asked * part * 93n) / (of * 100n)) });
		for (const project of PROJECTS) await open(`project:${project}`, 1n, 6n);
		for (const [i, year] of YEARS.entries()) await open(`year:${year}`, BigInt(i + 1), BigInt(YEARS.length));
		await open('programme:dashboard', 1n, 1n);
		await open('horizon', 1n, 1n);
	});
}

async function compare(place: Place, outcomes: readonly Outcome[]): Promise<void> {
	const sums = new Map<string, bigint>();
	for (const { granted, scopes, amount } of outcomes)
		if (granted) for (const scope of scopes) sums.set(scope, (sums.get(scope) ?? 0n) + BigInt(amount));
	const { accounts, entries } = await using(place, (ledger) => ledger.history());
	const state = new Map(accounts.map(({ scope, spent, cap }) => [scope, amountsOf(spent, cap)]));
	assert.equal(entries.length, outcomes.filter(({ granted }) => granted).length);
	for (const [scope, { spent, cap }] of state) {
		assert.equal(spent, sums.get(scope) ?? 0n, `what is spent of ${scope} is not the sum of what was granted`);
		assert.ok(spent <= cap, `${scope} is overspent`);
	}
	// What was refused would not fit now either: spending only grows.
	for (const { granted, scopes, amount } of outcomes) {
		if (granted) continue;
		const short = scopes.some((scope) => state.get(scope)!.spent + BigInt(amount) > state.get(scope)!.cap);
		assert.ok(short, `an amount of ${amount} was refused although it fits`);
	}
}

async function oppositeOrder(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'opposite-order');
	const rounds = grounds.long ? 200 : 15;
	const ledgers = await Promise.all(Array.from({ length: 8 }, () => open(place)));
	const account = { lineage: 'population', unit: 'household' } as const;
	await ledgers[0]!.open({ ...account, scope: 'project:alpha', cap: '5' });
	const spends = ledgers.map(async (ledger, i) => {
		for (let round = 0; round < rounds; round++) {
			const periods = i % 2 === 0 ? YEARS : YEARS.toReversed();
			const more = i % 3 === 0 ? { project: 'alpha' } : {};
			const asked = request(`${i}-${round}`, '1/10000', { period: periods[0]!, periods, ...more });
			const { release } = await ledger.charge(asked);
			await release();
		}
	});
	await Promise.all(spends);
	const spent = 8 * rounds;
	const { accounts } = await ledgers[0]!.history();
	for (const scope of ['horizon', ...YEARS.map((year) => `year:${year}`)])
		assert.equal(accounts.find((one) => one.scope === scope)?.spent, rhoText(BigInt(spent) * 100_000n));
	await assert.rejects(ledgers[0]!.charge(request('big', '9')), BudgetRefusedError);
	for (const ledger of ledgers) await ledger.close();
	await new Witness(place).check();
	return { clients: 8, spends: spent };
}
