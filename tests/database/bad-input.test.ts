import { mkdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantBadFiles } from './bad-files.ts';
import { badInputs, type BadInput } from './bad-inputs.ts';
import type { Run } from './command.ts';
import { CANARIES, Workplace } from './workplace.ts';

// Every command, given every kind of bad input, as a user meets it: exit code, one line of plain words, and nothing changed.

const AT_A_TIME = 3;
let place: Workplace;
let before: unknown;
const runs = new Map<BadInput, Run>();

beforeAll(async () => {
	place = await Workplace.open();
	await done('measure', 'good.yaml', '--out', 'bundle');
	await done('publish', 'bundle');
	await done('synthesize', '--persons', '1000', '--years', '2023', '--format', 'csv', '--out', 'cbs');
	plantBadFiles(place);
	before = await place.state();
	const waiting = [...badInputs.entries()];
	await Promise.all(
		Array.from({ length: AT_A_TIME }, async () => {
			for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
				const [index, input] = next;
				// Half of them with --json, which may change neither the code nor the words.
				runs.set(input, await place.runWith({ ...input.env }, ...input.args, ...(index % 2 === 0 ? [] : ['--json'])));
			}
		})
	);
}, 300_000);
afterAll(() => place.close());

async function done(...args: string[]): Promise<void> {
	const { code, stderr } = await place.run(...args);
	if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
}

/** The command as it is typed, with the names of its settings. */
function words({ args, env = {} }: BadInput): string {
	return [...Object.keys(env), ...args].join(' ');
}

describe('bad input', () => {
	it.each(badInputs.map((input) => [words(input), input] as const))('voorzicht %s', (_words, input) => {
		const { code, stdout, stderr } = runs.get(input)!;
		const lines = stderr.trimEnd().split('\n');
		const message = lines.at(-1)!;
		expect(message).toMatch(input.says);
		expect(message).toMatch(/^voorzicht: [A-Z"a-z0-9/.-].*[.?)]$/);
		expect(message.length).toBeLessThan(420);
		expect(code).toBe(input.code);
		expect(stdout).toBe('');
		// Before the message there may be steps that were begun, each one line.
		for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][a-z ]+( \.\.\.)?$/);
		for (const canary of CANARIES) expect(stderr).not.toContain(canary);
		expect(stderr).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
	});

	it('charges nothing, publishes nothing and writes no file', async () => {
		expect(await place.state()).toEqual(before);
	});
});

describe('commands that answer with a report', () => {
	it.each([
		['a duplicate key', 'duplicate', /FAILED key-unique\/GBAPERSOONTAB/],
		['an unknown code', 'typhh', /FAILED code-lists?\/GBAHUISHOUDENSBUS/],
		['a missing table', 'missing', /FAILED file-present\/INHATAB/],
		['a missing column', 'column', /FAILED columns\/INHATAB/]
	])('check finds %s, and tells no value', async (_name, folder, line) => {
		const { code, stdout } = await place.run('check', folder);
		expect(stdout).toMatch(line);
		expect(stdout).toContain('The data do not pass the gate');
		for (const canary of CANARIES) expect(stdout).not.toContain(canary);
		expect(code).toBe(3);
	});

	it.each([
		['an empty checkpoint', '', 'older than a crash can leave it'],
		['a checkpoint that is none', 'household,income\n1,2\n', 'damaged']
	])('a ledger with %s is not whole, which is exit code 3', async (_name, text, problem) => {
		place.write('checkpoint.jsonl', text);
		const { code, stdout } = await place.run('ledger', 'verify', '--checkpoint', 'checkpoint.jsonl');
		rmSync(place.path('checkpoint.jsonl'));
		expect(stdout).toContain(problem);
		expect(code).toBe(3);
	});
});

describe('a budget that runs out', () => {
	it('has exit code 4; nothing is charged, read or written', async () => {
		mkdirSync(place.path('poor'));
		place.write('poor/people.csv', 'household,name,place,age,sex,income\n1,Canaria Kanarie,A,33,m,76543.21\n');
		const cap = ['--unit', 'household', '--cap', '0.05'];
		await done('ledger', 'open', '--lineage', place.path('poor/people.csv'), ...cap);
		const start = await place.state();
		const { code, stdout, stderr } = await place.run('measure', 'good.yaml', '--microdata', 'poor', '--out', 'refused');
		expect(stderr).toMatch(/is rho 0\.05; 0 is spent and 0\.1 was asked\. Ask for less/);
		expect(stderr).not.toContain('Measuring');
		expect(stdout).toBe('');
		expect(code).toBe(4);
		expect(await place.state()).toEqual(start);
	});
});
