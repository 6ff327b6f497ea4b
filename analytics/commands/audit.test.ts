import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { auditReport } from '../../tests/fixtures/audit-report.ts';
import { InputError } from '../errors.ts';
import { auditAnswer, registerAudit } from './audit.ts';
import type { Context } from './command.ts';

const MADE_AT = '2026-01-01T00:00:00.000Z';

it('tells in words what was found, and ends with 0 when all is well', () => {
	const { text, json, exitCode } = auditAnswer(auditReport(MADE_AT));
	expect(json).toEqual(auditReport(MADE_AT));
	expect(exitCode).toBe(0);
	expect(text).toMatch(/netherlands +1000 +100 +100\.00 % of the charge +ok/);
	expect(text).toContain('Planted faults: 2 of 2 seen.');
	expect(text).not.toContain('FAILED');
	expect(text).toMatch(/\nEvery test passed\.$/);
});

it('ends with 1 and names what failed', () => {
	const failed = auditReport(MADE_AT, {
		passed: false,
		replay: [
			{
				plan: 'p',
				pairs: 5,
				worstCases: 2,
				largestCost: 4,
				violations: ['within-price', 'same-queries'],
				passed: false
			}
		],
		faults: [{ name: 'no noise', kind: 'sampler', seen: false }]
	});
	const { text, exitCode } = auditAnswer(failed);
	expect(exitCode).toBe(1);
	expect(text).toContain('400.00 % of the charge  FAILED: within-price, same-queries');
	expect(text).toContain('Planted faults: 0 of 1 seen; missed: no noise.');
	expect(text).toContain('The audit FAILED.');
});

it.each(['nowhere/audit.json', '.', '', 'file/audit.json'])('refuses --out %j before it starts', async (out) => {
	const folder = mkdtempSync(join(tmpdir(), 'audit-'));
	writeFileSync(join(folder, 'file'), '');
	// With no progress to report to, an audit that started would end in another error.
	const context = { cwd: folder } as unknown as Context;
	const program = new Command();
	registerAudit(
		program,
		context,
		(run) =>
			async (...given) =>
				void (await run(...given))
	);
	const run = program.parseAsync(['node', 'voorzicht', 'audit', '--quick', '--out', out]);
	await expect(run).rejects.toThrow(InputError);
	await expect(run).rejects.toThrow(/^--out .* is no place for a file\. Give the name of a JSON file/);
	rmSync(folder, { recursive: true });
});
