import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Spec } from '../contract/spec.ts';
import { writeBundle } from '../release/bundle.ts';
import { exampleContent } from '../release/testing/example.ts';
import type { Answer, Context } from './command.ts';
import { registerEstimate } from './estimate.ts';

let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'estimate-'));
	await bundle('plain', undefined);
	await bundle('median', [{ id: 'median-age', quantile: 0.4, of: 'age' }]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(name: string, statistics: Spec['statistics']): Promise<void> {
	const content = exampleContent();
	const { specification, noisy } = content;
	const spec = statistics === undefined ? specification.spec : { ...specification.spec, statistics };
	const counts = (length: number) => Float64Array.from({ length }, () => 1200 / length);
	await writeBundle(join(folder, name), {
		...content,
		specification: { ...specification, spec },
		noisy: noisy.map((table) => ({ ...table, counts: counts(table.counts.length).map(Math.round) }))
	});
}

/** Runs the command in the folder; what it writes to stdout by itself comes with its answer. */
async function estimate(...args: string[]): Promise<{ answer: Answer | null; stdout: string }> {
	let answer: Answer | null = null;
	let stdout = '';
	const context = {
		cwd: folder,
		write: async (text: string) => {
			stdout += text;
		}
	} as unknown as Context;
	const program = new Command();
	registerEstimate(program, context, (run) => async (...given) => {
		answer = await run(...given);
	});
	program.commands[0]!.option('--json');
	await program.parseAsync(['node', 'voorzicht', 'estimate', ...args]);
	return { answer, stdout };
}

it('writes the statistics of the specification, and answers them as JSON', async () => {
	const { answer, stdout } = await estimate('median', '--statistics', 'statistics.csv');
	const rows = readFileSync(join(folder, 'statistics.csv'), 'utf8').trim().split('\n');
	expect(rows[0]).toBe('statistic,region,attribute,code,value,lower,upper,reliability');
	expect(rows[1]).toMatch(/^median-age,NL,,,14\.4\d*,0,18,C$/);
	expect(rows).toHaveLength(2);
	expect(answer!.text).toMatch(/^Wrote the statistics to .*statistics\.csv: 1 value\. The tables fit/);
	expect(answer!.json).toMatchObject({ statistics: [{ statistic: 'median-age', region: 'NL', lower: 0, upper: 18 }] });
	expect(stdout).toBe('');
});

it('the estimates go to stdout, to a file, or into the JSON answer', async () => {
	const { answer, stdout } = await estimate('plain');
	expect(answer).toBeNull();
	expect(stdout).toMatch(/^table,region,kind,poor,age,estimate,se\n/);
	const both = await estimate('median', '--out', 'out.csv', '--statistics', 'statistics.csv');
	expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(stdout);
	expect(both.answer!.text).toMatch(/^Wrote the estimates to .*out\.csv\. Wrote the statistics to /);
	expect((await estimate('plain', '--json')).answer!.json).toMatchObject({ csv: stdout });
});

it.each([
	[['plain', '--statistics', 's.csv'], /release example has no statistics\. Add them to its specification/],
	[['median', '--statistics', 'nowhere/s.csv'], /--statistics .*s\.csv is no place for a file/],
	[['median', '--statistics', 'x.csv', '--out', './x.csv'], /name the same file/]
])('refuses %j', async (args, message) => {
	await expect(estimate(...args)).rejects.toThrow(message);
});
