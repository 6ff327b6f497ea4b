import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, it } from 'vitest';
import { Calibration } from './calibration.ts';
import { stageParts } from './parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rm(folder, { recursive: true }));

async function contents(threads: boolean): Promise<string[]> {
	const out = mkdtempSync(join(folder, 'run-'));
	const shares: number[] = [];
	const { settings } = new Calibration([]);
	const simulated = { persons: 3000, years: [2023, 2023], seed: 7, settings, shocks: [] } as const;
	const files = await stageParts(out, simulated, (share) => shares.push(share), threads);
	expect(shares.at(-1)).toBe(1);
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const copies: string[] = [];
	for (const [i, file] of files.entries()) {
		await connection.run(`attach '${file}' as part${i} (read_only)`);
		for (const table of ['person', 'household_spell', 'position_spell', 'member_2023', 'income_2023']) {
			const copy = join(out, `${table}${i}.csv`);
			await connection.run(`copy part${i}.${table} to '${copy}'`);
			copies.push(readFileSync(copy, 'utf8'));
		}
	}
	return copies;
}

it('simulates the same in threads as without, and no number in two parts', async () => {
	const [alone, threaded] = [await contents(false), await contents(true)];
	expect(threaded).toEqual(alone);
	const ids = alone
		.filter((_, i) => i % 5 === 0)
		.flatMap((text) => text.trim().split('\n').slice(1))
		.map((line) => line.split(',')[0]);
	expect(ids.length).toBeGreaterThan(3000);
	expect(new Set(ids).size).toBe(ids.length);
}, 60_000);
