/**
 * Every fault that the program must survive, in its long form: `npm run faults`, or `npm run faults -- kill-loop replays` for
 * some of them; `--json` for machines, `--short` for the form that `npm test` runs, `--list` for the table of docs/faults.md.
 */
import { parseArgs } from 'node:util';
import { openGrounds } from './grounds.ts';
import { judge, type Verdict } from './lanes.ts';
import { scenarios } from './scenarios.ts';
import { table } from './table.ts';

/** As many as there are cores on a small machine. */
const AT_ONCE = 2;

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
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void grounds.close().finally(() => process.exit(130)));
	const verdicts: Verdict[] = [];
	try {
		await judge(grounds, chosen, AT_ONCE, (verdict) => {
			verdicts.push(verdict);
			if (!values.json) console.log(line(verdict));
		});
	} finally {
		await grounds.close();
	}
	const failed = verdicts.filter(({ problem }) => problem !== null).length;
	const passed = verdicts.length - failed;
	if (values.json) console.log(JSON.stringify({ verdicts: verdicts.map(plain), passed, failed }, null, 2));
	else console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

const plain = ({ problem, ...verdict }: Verdict) => ({ ...verdict, problem: problem?.message ?? null });

function line({ name, counts, seconds, problem }: Verdict): string {
	const told = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
	const head = `${problem === null ? 'ok    ' : 'FAILED'} ${name.padEnd(26)} ${`${seconds} s`.padStart(8)}  ${told.join(', ')}`;
	return problem === null
		? head.trimEnd()
		: `${head.trimEnd()}\n${(problem.stack ?? problem.message).replace(/^/gm, '         ')}`;
}

process.exitCode = await main();
