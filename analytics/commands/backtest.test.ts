import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import { world } from '../early-warning/validation/worlds/world.ts';
import { InputError } from '../errors.ts';
import { registerBacktest } from './backtest.ts';
import type { Answer, Context } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { input, truth } = world('C', 9);
const part = { ...input, exposure: input.exposure.slice(0, 40), noisy_count: input.noisy_count.slice(0, 40) };
const kept = truth.event_series0.flatMap((series, k) => (series < 40 ? [k] : []));
const partTruth = {
	event_series0: kept.map((k) => truth.event_series0[k]!),
	onset0: kept.map((k) => truth.onset0[k]!),
	relative_level: truth.relative_level.slice(0, 40)
};
writeFileSync(join(folder, 'series.json'), JSON.stringify(part));
writeFileSync(join(folder, 'truth.json'), JSON.stringify(partTruth));
writeFileSync(join(folder, 'broken.json'), '{');

async function backtest(...args: string[]): Promise<Answer> {
	let answer: Answer | null = null;
	const program = new Command();
	const context = { cwd: folder, progress: { step: () => ({ done: () => {} }) } } as unknown as Context;
	registerBacktest(program, context, (run) => async (...given) => {
		answer = await run(...given);
	});
	await program.parseAsync(['node', 'voorzicht', 'backtest', ...args]);
	return answer!;
}

it('scores a series file against its truth, and writes the scorecard both ways', async () => {
	const { json, text } = await backtest('series.json', '--truth', 'truth.json', '--out', 'cards');
	expect(json).toMatchObject({ id: 'C-9', series: 40, judged: 16, truth: { rules: [{ rule: 'model' }, {}, {}, {}] } });
	expect(text).toContain('## Against the truth');
	expect(readdirSync(join(folder, 'cards')).sort()).toEqual(['C-9.json', 'C-9.md']);
	expect(JSON.parse(readFileSync(join(folder, 'cards', 'C-9.json'), 'utf8'))).toEqual(json);
	expect(readFileSync(join(folder, 'cards', 'C-9.md'), 'utf8')).toBe(text);
	expect((await backtest('series.json')).json).toMatchObject({ truth: null });
});

it('scores invented worlds', async () => {
	const { json } = await backtest('--worlds', 'C', '--seeds', '1');
	expect(json).toMatchObject([{ id: 'C-1', series: 342 }]);
});

it.each<[string, string[], RegExp]>([
	['neither file nor worlds', [], /Give either a series file or --worlds/],
	['both', ['series.json', '--worlds', 'A'], /Give either/],
	['a kind that is not there', ['--worlds', 'A,Z'], /there is no kind Z; the kinds are A, B, C, H/],
	['the truth of invented worlds', ['--worlds', 'A', '--truth', 'truth.json'], /bring their own/],
	['a truth that is no JSON', ['series.json', '--truth', 'broken.json'], /broken\.json is not valid JSON/],
	['a truth that is no truth', ['series.json', '--truth', 'series.json'], /series\.json: event_series0 must be a list/],
	['a file for a folder', ['series.json', '--out', 'truth.json'], /cannot be written to/]
])('refuses %s', async (_, args, message) => {
	const refused = backtest(...args);
	await expect(refused).rejects.toThrow(InputError);
	await expect(backtest(...args)).rejects.toThrow(message);
});
