import { argv, stdout } from 'node:process';
import { BudgetRefusedError } from '../../analytics/errors.ts';
import { capNano, rhoText } from '../../analytics/ledger/amount.ts';
import type { Ledger } from '../../analytics/ledger/ledger.ts';
import { requestScopes } from '../../analytics/ledger/request.ts';
import { open, request, type Place } from './place.ts';

// A process of many clients that spend random amounts on random accounts at once, and prints what became of each.

export interface Task {
	readonly place: Place;
	readonly seed: number;
	readonly clients: number;
	/** Spends of each client. */
	readonly times: number;
	readonly projects: readonly string[];
	readonly years: readonly string[];
}

export interface Outcome {
	readonly granted: boolean;
	readonly scopes: readonly string[];
	/** nano-rho */
	readonly amount: string;
}

/** Connections that one ledger holds at most. */
const PER_LEDGER = 4;

export function amountsOf(spent: string, cap: string): { spent: bigint; cap: bigint } {
	return { spent: capNano(spent), cap: capNano(cap) };
}

/** Marsaglia's xorshift, 32 bits: which accounts and amounts, so that a seed tells the run. */
function choices(seed: number): (below: number) => number {
	let state = (seed + 1) * 2_654_435_761;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

async function spend(ledger: Ledger, id: string, choose: (below: number) => number, task: Task): Promise<Outcome> {
	const amount = BigInt(1 + choose(1_000_000));
	const years = task.years.slice(choose(task.years.length));
	const project = task.projects[choose(2 * task.projects.length)];
	const more = { period: years[0]!, periods: years, ...(project === undefined ? {} : { project }) };
	const asked = request(id, rhoText(amount), more);
	const outcome = { scopes: requestScopes(asked), amount: amount.toString() };
	try {
		const { release } = await ledger.charge(asked);
		await release();
		return { granted: true, ...outcome };
	} catch (error) {
		if (error instanceof BudgetRefusedError) return { granted: false, ...outcome };
		throw error;
	}
}

async function main(task: Task): Promise<Outcome[]> {
	const ledgers = await Promise.all(
		Array.from({ length: Math.ceil(task.clients / PER_LEDGER) }, () => open(task.place))
	);
	const each = Array.from({ length: task.clients }, async (_, client) => {
		const choose = choices(task.seed * task.clients + client);
		const outcomes: Outcome[] = [];
		for (let i = 0; i < task.times; i++)
			outcomes.push(await spend(ledgers[client % ledgers.length]!, `${task.seed}-${client}-${i}`, choose, task));
		return outcomes;
	});
	const outcomes = (await Promise.all(each)).flat();
	for (const ledger of ledgers) await ledger.close();
	return outcomes;
}

if (argv[1] === import.meta.filename) stdout.write(JSON.stringify(await main(JSON.parse(argv[2]!) as Task)));
