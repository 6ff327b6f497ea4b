import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workplace } from '../../tests/database/workplace.ts';
import { synthesize } from '../synthetic/synthesize.ts';

const SPEC = `id: inkomen
source: { kind: cbs, classification: 2024 }
unit: { kind: household, contribution: 1 }
attributes:
  low_income: { column: low_income, codes: ['yes', 'no'] }
tables: [{ by: [low_income] }]
budget: { rho: '0.1' }
`;
const TYPES = SPEC.replace('inkomen', 'typen')
	.replace(/low_income/g, 'household_type')
	.replace("'yes', 'no'", "'1', '2'");
const TABLES = ['GBAPERSOONTAB', 'GBAHUISHOUDENSBUS', 'KOPPELPERSOONHUISHOUDEN', 'INHATAB'];

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
	place.write('inkomen.yaml', SPEC);
	place.write('typen.yaml', TYPES);
	const [out, years] = [place.path('cbs'), [2021, 2023] as const];
	await synthesize({ persons: 1000, years, seed: 1, out, formats: ['parquet'], tables: TABLES });
	// Of the last year the incomes are missing.
	for (const file of readdirSync(out)) if (/^INHA2023/.test(file)) rmSync(join(out, file));
});
afterAll(() => place.close());

const measure = (period: string, ...more: string[]) =>
	place.run('measure', 'inkomen.yaml', '--microdata', 'cbs', '--period', period, ...more);

interface Told {
	readonly releases: readonly { period: string; bundle: string; entry: number; replayed: boolean }[];
}

it('charges no year of a span when the files of a later one are missing', async () => {
	const { code, stderr } = await measure('2021-2023', '--ledger', 'embedded:unmade');
	expect([code, stderr]).toEqual([2, expect.stringContaining('INHA')]);
	expect([existsSync(place.path('unmade')), existsSync(place.path('.voorzicht/bundles'))]).toEqual([false, false]);
});

it('charges and signs each year of a span, and neither again', async () => {
	const first = await measure('2021-2022', '--out', 'bundles', '--json');
	expect(first.code, first.stderr).toBe(0);
	const { releases } = JSON.parse(first.stdout) as Told;
	expect(releases.map(({ period, bundle }) => [period, bundle])).toEqual(
		['2021', '2022'].map((year) => [year, place.path(`bundles/inkomen-${year}`)])
	);
	for (const { bundle } of releases) expect(readdirSync(bundle)).toContain('signature.json');
	expect(new Set(releases.map(({ entry }) => entry)).size).toBe(2);
	const again = JSON.parse((await measure('2021-2022', '--out', 'bundles', '--json')).stdout) as Told;
	expect(again.releases).toEqual(releases.map((release) => ({ ...release, replayed: true })));
	const single = JSON.parse((await measure('2022', '--out', 'one', '--json')).stdout) as Told['releases'][number];
	expect([single.entry, single.replayed]).toEqual([releases[1]!.entry, true]);
});

it('measures several specifications a year in turn, each with its own charge and bundle', async () => {
	const both = (...more: string[]) =>
		place.run('measure', 'inkomen.yaml', 'typen.yaml', '--microdata', 'cbs', '--period', '2021-2022', ...more);
	const { code, stdout, stderr } = await both('--out', 'both', '--ledger', 'embedded:both-ledger', '--json');
	expect(code, stderr).toBe(0);
	const { releases } = JSON.parse(stdout) as Told;
	const names = ['inkomen-2021', 'typen-2021', 'inkomen-2022', 'typen-2022'];
	expect(releases.map(({ bundle }) => bundle)).toEqual(names.map((name) => place.path(`both/${name}`)));
	expect(new Set(releases.map(({ bundle }) => readFileSync(join(bundle, 'manifest.json'), 'utf8'))).size).toBe(4);
	const { entries } = JSON.parse(
		(await place.run('ledger', 'show', '--ledger', 'embedded:both-ledger', '--json')).stdout
	);
	expect(entries.length).toBe(4);
});

it('refuses the same specification twice, before anything is charged', async () => {
	const { code, stderr } = await measure('2021', 'inkomen.yaml', '--ledger', 'embedded:twice');
	expect([code, stderr]).toEqual([2, expect.stringContaining('inkomen-2021 is asked twice')]);
	expect(existsSync(place.path('twice'))).toBe(false);
});

it.each(['2022-2021', '1999-2001', '2021-2022-2023'])('refuses the span %s', async (span) => {
	expect((await measure(span)).code).toBe(2);
});
