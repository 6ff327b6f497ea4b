import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../synthetic/report/report.ts';
import type { Answer, Context } from './command.ts';
import { registerSynthesize } from './synthesize.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-synthesize-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<Answer> {
	const step = () => ({ report: () => undefined, done: () => undefined });
	const context = { cwd: folder, env: {}, progress: { step } } as unknown as Context;
	let given: Answer | null = null;
	const program = new Command().exitOverride();
	registerSynthesize(program, context, (action) => async (...parameters) => {
		given = await action(...parameters);
	});
	await program.parseAsync(['node', 'voorzicht', 'synthesize', ...args]);
	return given!;
}

describe('synthesize --report', () => {
	it('compares what it writes, or a folder that was written before, and leaves the exit code at 0', async () => {
		const written = await run('--persons', '2000', '--years', '2023', '--out', 'data', '--report');
		const report = written.json as Report;
		expect(report.years).toEqual([2023]);
		expect(report.counts.missed).toBeGreaterThan(0);
		expect(written.exitCode).toBeUndefined();
		expect(written.text).toContain('Not in this folder: SCHULDENPROBLEMATIEKTAB 2020');
		expect(await run('--report', 'data')).toEqual(written);
	}, 120_000);

	it('refuses a folder that is not of its own', async () => {
		await expect(run('--report', '.')).rejects.toThrow(/SYNTHETISCH.txt is missing/);
	});
});
