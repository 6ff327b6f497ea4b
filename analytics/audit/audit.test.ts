import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditReportSchema } from '../contract/audit.ts';
import { loadSpecification } from '../specification/load.ts';
import { audit } from './audit.ts';
import { releaseFaults } from './faults/release-faults.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** The invented data come from a fixed seed; draws of noise are fresh, with a chance of 1e-6 a test to fail a sound sampler. */
it('every shipped plan passes, its worst case costs all that is charged, and every planted fault is seen', async () => {
	const names = readdirSync(examples).filter((name) => name.endsWith('.yaml'));
	const report = await audit({
		specifications: await Promise.all(names.map((name) => loadSpecification(join(examples, name)))),
		form: 'quick',
		seed: 7,
		now: () => new Date('2026-01-01T00:00:00Z'),
		step: () => ({ report: () => {}, done: () => {} })
	});
	expect(auditReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
	expect(report.replay.length).toBe(names.length + 3);
	for (const { plan, violations, largestCost, worstCases } of report.replay)
		expect({ plan, violations, largestCost, worst: worstCases > 0 }).toEqual({
			plan,
			violations: [],
			largestCost: 1,
			worst: true
		});
	expect(report.faults.filter(({ seen }) => !seen)).toEqual([]);
	const kinds = report.faults.map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'release').length).toBe(releaseFaults.length);
	expect(kinds.filter((kind) => kind === 'sampler').length).toBeGreaterThanOrEqual(9);
	expect(report.passed).toBe(true);
}, 900_000);
