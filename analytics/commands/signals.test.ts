import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import type { SignalsOutput } from '../early-warning/series/signals.ts';
import type { Answer, Context } from './command.ts';
import { registerSignals } from './signals.ts';

const folder = mkdtempSync(join(tmpdir(), 'signals-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Six yearly series around 1,000 of 50,000; the first one doubles in the last year. */
const years = Array.from({ length: 6 }, (_, i) =>
	Array.from({ length: 9 }, (_, t) => 1000 + ((i * 7 + t * 13) % 23) + (i === 0 && t === 8 ? 1000 : 0))
);
const series = { id: 'years', freq: 1, train: 5, exposure: Array(6).fill(50_000), noisy_count: years, sigma: 10 };

async function signals(input: object): Promise<{ json: SignalsOutput; text: string }> {
	const file = join(folder, 'series.json');
	writeFileSync(file, JSON.stringify(input));
	let run: () => Promise<Answer | null> = () => Promise.resolve(null);
	const program = new Command();
	registerSignals(program, { cwd: folder } as Context, (answer) => async (...given) => {
		run = async () => answer(...given);
	});
	await program.parseAsync(['node', 'voorzicht', 'signals', file]);
	const { json, text } = (await run())!;
	return { json: json as SignalsOutput, text };
}

it('tells signals, open ones and the simple baseline of yearly series', async () => {
	const { json, text } = await signals(series);
	expect(text).toMatch(/^6 series, 4 periods: 1 signals .* 1 open in the last period\. Use --json/);
	expect(json.signal.map((row) => row.at(-1))).toEqual([true, false, false, false, false, false]);
	expect([json.open[0]!.at(-1), json.opened[0]!.at(-1), json.onset[0]!.at(-1)]).toEqual([true, 8, 8]);
	expect(json.baseline.signal[0]).toEqual([false, false, false, true]);
	expect(json.hyper.ws).toBe(0);
	expect(json.left_out).toEqual([]);
});

it('says how many counts could not be used', async () => {
	const { json, text } = await signals({ ...series, exposure: [50_000, 0, 50_000, 50_000, 50_000, 50_000] });
	expect(text).toContain('Counts that could not be used: 9.');
	expect(json.lfdr[1]).toEqual([null, null, null, null]);
});

it('refuses a break outside the series by its file and place', async () => {
	await expect(signals({ ...series, breaks: [{ series: 0, period: 9 }] })).rejects.toThrow(
		/^series\.json: breaks\[0\] lies outside/
	);
});
