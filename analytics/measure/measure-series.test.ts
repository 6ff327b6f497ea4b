import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { halfOrderMatrix, osEntropy, periodStrategy } from 'diffprivlib-js';
import { afterAll, describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { measure } from './measure.ts';
import { exactCounts, HEADER, planFor, small, tree } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-series-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a series', () => {
	const PERIODS = 12;
	const months = Array.from({ length: PERIODS }, (_, i) => `M${10 + i}`);
	const spec = specSchema.parse({
		...small,
		unit: { kind: 'household' },
		attributes: {
			region: { tree: 'tree.csv', column: 'place' },
			month: { column: 'age', codes: months, series: { spells: 2 } },
			poor: { column: 'income', below: 100 }
		},
		tables: [{ by: ['month'] }, { level: 'gemeente', by: ['poor', 'month'] }]
	});
	const domain = publicDomain(spec, tree, 'small.yaml');
	const rows = Array.from(
		{ length: 40 },
		(_, i) => `${i % 9},${i % 2 === 0 ? 'A1' : 'B1'},M${10 + (i % 7)},m,${50 + i * 3}`
	);
	const file = join(folder, 'series.csv');
	writeFileSync(file, HEADER + rows.join('\n'));
	const planned = (strategy: 'independent' | 'half-order') => {
		const matrix = strategy === 'independent' ? undefined : halfOrderMatrix(PERIODS).map((row) => [...row]);
		const how = { strategy, periods: PERIODS, spells: 2, matrix };
		const { cost } = periodStrategy(how);
		return {
			...planFor(domain, '3/1'),
			series: { attribute: 'month', ...how, cost, variances: { independent: 1, 'half-order': 1 } }
		};
	};
	const open = async () => tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }));
	const measured = (plan: ReturnType<typeof planned>) =>
		measure({ domain, plan, charge: { spend() {} }, open, entropy: osEntropy() });

	it('is measured period by period, or as differences that decode to the counts', async () => {
		const exact = await exactCounts(domain, open);
		expect(exact[0]!.reduce((a, b) => a + b)).toBeGreaterThan(10);
		const { encode } = periodStrategy(planned('half-order').series);
		for (const [table, numbers] of (await measured(planned('independent'))).entries())
			expect(Math.max(...numbers.counts.map((count, i) => Math.abs(count - exact[table]![i]!)))).toBeLessThan(30);
		for (const [table, numbers] of (await measured(planned('half-order'))).entries()) {
			const encoded = encode(exact[table]!);
			// The numbers are some hundred times as large as the counts: without encoding they could not agree. A draw of
			// more than 17 standard deviations has probability below 1e-60.
			expect(Math.max(...numbers.counts.map((count, i) => Math.abs(count - encoded[i]!)))).toBeLessThan(30);
			expect(numbers.counts.every(Number.isSafeInteger)).toBe(true);
		}
		expect(Math.max(...encode(exact[0]!))).toBeGreaterThan(1000);
	});

	it('is refused before anything is spent when the plan was made for another', async () => {
		const plan = planned('half-order');
		const wrong = [
			{ ...plan, series: { ...plan.series, periods: PERIODS - 1 } },
			{ ...plan, series: { ...plan.series, spells: 1 } },
			{ ...plan, series: { ...plan.series, cost: plan.series.cost - 1 } },
			{ ...plan, series: { ...plan.series, matrix: plan.series.matrix!.slice(1) } },
			{ ...plan, series: { ...plan.series, matrix: plan.series.matrix!.map((row) => row.map((x) => 2 * x)) } },
			{ ...plan, series: { ...plan.series, attribute: 'poor' } },
			{ tables: plan.tables },
			{ ...plan, tables: plan.tables.map((table) => ({ ...table, sum: 'debt' })) }
		];
		const spend = () => expect.fail('spent');
		for (const other of wrong)
			await expect(measure({ domain, plan: other, charge: { spend }, open, entropy: osEntropy() })).rejects.toThrow(
				RangeError
			);
	});
});
