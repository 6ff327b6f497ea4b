import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { QualityGateError } from '../errors.ts';
import { publicDomain } from '../specification/domain.ts';
import { recordSource } from './source.ts';
import { alone, income, writeWorld } from './test-support/world.ts';

// A file of years ago is either checked or not read: rows that break its form could otherwise change the facts of others.

const scratch = mkdtempSync(join(tmpdir(), 'history-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const spec = specSchema.parse({
	id: 'geschiedenis',
	source: { kind: 'cbs' },
	unit: { kind: 'household' },
	period: '2023',
	attributes: { path: { column: 'low_income_path', codes: ['0000', '0001', '0011', '0111', '1111'] } },
	tables: [{ by: ['path'] }],
	budget: { rho: '1' }
});

/** Six households with incomes of four years; the header and the third household's line of 2022 get something behind them. */
async function gate(header: string, line: string): Promise<void> {
	const world = alone(6, {});
	for (const year of [2020, 2021, 2022, 2023])
		world[`INHA${year}TABV1`] = [1, 2, 3, 4, 5, 6].map((p) => income(p, { INHARMLAG: p % 2 ? '080' : '150' }));
	const folder = writeWorld(scratch, world, world);
	const file = join(folder, 'INHA2022TABV1.csv');
	const lines = readFileSync(file, 'utf8').trim().split('\n');
	const changed = lines.map((text, i) => text + (i === 0 ? header : text.includes('000000003') ? line : ';1'));
	writeFileSync(file, `${changed.join('\n')}\n`);
	const source = recordSource(spec, publicDomain(spec, null, 'a.yaml'), folder);
	try {
		await source.gate();
	} finally {
		await source.close();
	}
}

it('stops at rows of a year ago that are not well formed', async () => {
	await expect(gate(';note', ';1')).resolves.toBeUndefined();
	await expect(gate(';note', ';"')).rejects.toThrow(QualityGateError);
});

it('stops at a header of a year ago that names a column twice, instead of reading the file unchecked', async () => {
	await expect(gate(';inharmlag', ';"')).rejects.toThrow(QualityGateError);
	await expect(gate(';inharmlag', ';1')).rejects.toThrow(QualityGateError);
});
