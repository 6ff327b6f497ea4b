/**
 * Every fault that the program must survive, in its long form: `npm run faults`, or `npm run faults -- kill-loop replays` for
 * some of them; `--json` for machines, `--short` for the form that `npm test` runs, `--list` for the table of docs/faults.md.
 */
import { parseArgs } from 'node:util';
import { openGrounds } from './grounds.ts';
import type { Counts, Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { table } from './table.ts';

interface Verdict {
	readonly name: string;
	readonly ok: boolean;
	readonly counts: Counts;
	readonly seconds: number;
	/** Why not. */
	readonly problem: string | null;
}

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean' }, short: { type: 'boolean' }, list: { type: 'boolean' } },
		allowPositionals: true
	});
	if (values.list) {
		console.log(table(scenarios));
		return 0;
	}
	const unknown = positionals.find((name) => scenarios.every((scenario) => scenario.name !== name));
	if (unknown !== undefined) {
		console.error(`There is no scenario ${unknown}; they are ${scenarios.map(({ name }) => name).join(', ')}.`);
		return 2;
	}
	const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
	const grounds = await openGrounds(values.short !== true);
	const verdicts: Verdict[] = [];
	try {
		for (const scenario of chosen) {
			const verdict = await judged(scenario, () => scenario.run(grounds));
			verdicts.push(verdict);
			if (!values.json) console.log(line(verdict));
		}
	} finally {
		await grounds.close();
	}
	const failed = verdicts.filter(({ ok }) => !ok).length;
	if (values.json) console.log(JSON.stringify({ verdicts, passed: verdicts.length - failed, failed }, null, 2));
	else console.log(`\n${verdicts.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

async function judged({ name }: Scenario, run: () => Promise<Counts>): Promise<Verdict> {
	const started = performance.now();
	const seconds = () => Math.round((performance.now() - started) / 100) / 10;
	try {
		const counts = await run();
		return { name, ok: true, counts, seconds: seconds(), problem: null };
	} catch (error) {
		return {
			name,
			ok: false,
			counts: {},
			seconds: seconds(),
			problem: error instanceof Error ? error.stack! : String(error)
		};
	}
}

function line({ name, ok, counts, seconds, problem }: Verdict): string {
	const told = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
	const head = `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(26)} ${`${seconds} s`.padStart(8)}  ${told.join(', ')}`;
	return problem === null ? head.trimEnd() : `${head.trimEnd()}\n${problem.replace(/^/gm, '         ')}`;
}

process.exitCode = await main();
