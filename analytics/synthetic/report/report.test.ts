import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../errors.ts';
import { MARKER } from '../marker.ts';
import { synthesize, type SynthesisOptions } from '../synthesize.ts';
import { synthesisReport } from './report.ts';
import { TinyWorld } from './test-support/folders.ts';
import { reportText } from './text.ts';

function world(): TinyWorld {
	const world = new TinyWorld(2023, 2023);
	world.person(1, 19800101);
	world.household({ number: 'A', type: 1, members: [1] });
	world.debts(1, [20240101]);
	return world;
}

describe('synthesisReport', () => {
	it('refuses a folder that is not marked as invented, and one without households', async () => {
		const dir = world().write();
		rmSync(join(dir, MARKER));
		await expect(synthesisReport(dir)).rejects.toThrow(InputError);
		await expect(synthesisReport(dir)).rejects.toThrow(/SYNTHETISCH.txt is missing/);
		const empty = new TinyWorld(2023, 2023).write();
		await expect(synthesisReport(empty)).rejects.toThrow(/no file of GBAHUISHOUDENSBUS/);
	});

	it('compares what is there and lists what is not', async () => {
		const report = await synthesisReport(world().write());
		expect(report).toMatchObject({ years: [2023], persons: 1 });
		expect(report.comparisons).toHaveLength(11);
		const lines = report.comparisons.flatMap((comparison) => comparison.lines);
		const { reached, undecided, missed } = report.counts;
		expect(reached + undecided + missed).toBe(lines.length);
		expect(lines.find(({ name }) => name === 'in debt, 2024-01-01, 12 criteria')?.synthetic).toBe(1);
		const text = reportText(report);
		expect(text).toMatch(
			/missed +8\.93 % +100\.00 % +\+1020\.4 % +within 5 % +\d+\.\d\d % +in debt, 2024-01-01, 12 criteria/
		);
		expect(text).toContain('Not in this folder: SECMBUS (');
		expect(text).toContain('Not in this folder: BIJSTANDUITKERINGTAB (1 figure).');
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(180);
	});
});

describe('a synthesized folder', () => {
	const made = async (options: Pick<SynthesisOptions, 'persons' | 'years' | 'formats'>) => {
		const dir = new TinyWorld(2023, 2023).write();
		await synthesize({ seed: 3, out: dir, ...options });
		return synthesisReport(dir);
	};

	it('has every comparison', async () => {
		const report = await made({ persons: 10_000, years: [2020, 2023], formats: ['parquet'] });
		expect(Math.abs(report.persons / 10_000 - 1)).toBeLessThan(0.2);
		for (const { lines, title } of report.comparisons) expect([title, lines.length > 0]).toEqual([title, true]);
	}, 180_000);

	it('gives the same figures in each format', async () => {
		const small = { persons: 1000, years: [2022, 2023] } as const;
		const [parquet, csv, sav] = [
			await made({ ...small, formats: ['parquet'] }),
			await made({ ...small, formats: ['csv'] }),
			await made({ ...small, formats: ['sav'] })
		];
		expect(csv).toEqual(parquet);
		expect(sav).toEqual(parquet);
	}, 180_000);
});
