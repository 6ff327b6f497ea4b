import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { specSchema, type Spec } from '../contract/spec.ts';
import { QualityGateError } from '../errors.ts';
import { publicDomain } from '../specification/domain.ts';
import { recordSources } from './source.ts';
import { alone, income, writeWorld } from './test-support/world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'together-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const specOf = (id: string, column: string, codes: readonly string[], kind = 'household') =>
	specSchema.parse({
		id,
		source: { kind: 'cbs' },
		unit: { kind },
		period: '2023',
		attributes: { answer: { column, codes } },
		tables: [{ by: ['answer'] }],
		budget: { rho: '1' }
	});
const low = specOf('laag', 'low_income', ['yes', 'no']);
const tenure = specOf('woning', 'tenure', ['1', '2']);
const types = specOf('huishoudens', 'household_type', ['1', '2']);
const people = specOf('mensen', 'sex', ['1', '2'], 'person');

/** Four households with their incomes; the file can be broken while the sources exist. */
function folderOf(): { folder: string; file: string } {
	const world = alone(4, {});
	world.INHA2023TABV1 = [1, 2, 3, 4].map((p) =>
		income(p, { INHARMLAG: p <= 2 ? '080' : '150', INHEHALGR: p === 4 ? '1' : '2' })
	);
	const folder = writeWorld(scratch, world, world);
	return { folder, file: join(folder, 'INHA2023TABV1.csv') };
}

function sourcesOf(folder: string, specs: readonly Spec[]) {
	return recordSources(
		specs.map((spec) => ({ spec, domain: publicDomain(spec, null, 'a.yaml') })),
		folder
	);
}

it('reads each record once for releases of one unit: what comes into a file after the gate is in neither', async () => {
	const { folder, file } = folderOf();
	const [first, second] = sourcesOf(folder, [low, tenure]);
	await first!.gate();
	const [header] = readFileSync(file, 'utf8').split('\n');
	writeFileSync(file, `${header}\n`);
	await second!.gate();
	const answers: number[][] = [];
	for (const source of [first!, second!]) {
		const { engine, relation } = await source.open();
		const rows = await engine.db.selectFrom(relation).select('answer').execute();
		answers.push(rows.map(({ answer }) => Number(answer)).sort());
		await engine.close();
	}
	expect(answers).toEqual([
		[0, 0, 1, 1],
		[0, 1, 1, 1]
	]);
});

it('stops every release at what one of them may not read', async () => {
	const { folder, file } = folderOf();
	const lines = readFileSync(file, 'utf8').trim().split('\n');
	const [alone] = sourcesOf(folder, [types]);
	writeFileSync(file, `${lines.join('\n')}\n"\n`);
	await alone!.gate();
	await alone!.close();
	const [first, second, other] = sourcesOf(folder, [types, low, people]);
	await expect(first!.gate()).rejects.toThrow(QualityGateError);
	await expect(second!.gate()).rejects.toThrow(QualityGateError);
	// Persons are read apart.
	await other!.gate();
	await other!.close();
});
