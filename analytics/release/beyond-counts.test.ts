import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cellCount } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { specSchema, type SpecInput } from '../contract/spec.ts';
import { publicDomain } from '../specification/domain.ts';
import { readBundle, writeBundle } from './bundle.ts';
import type { BundleContent } from './content.ts';
import { exampleContent, exampleSigner } from './testing/example.ts';

// Bundles with groups of codes, with sums of amounts, and with a series of periods.

const home = mkdtempSync(join(tmpdir(), 'voorzicht-beyond-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'bundle');
});
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

const base = {
	id: 'example',
	source: { kind: 'table', file: 'x.csv', unit: 'hh' },
	unit: { kind: 'household' },
	period: '2023',
	budget: { rho: '0.1' }
} as const;

function contentOf(input: SpecInput, series?: Plan['series']): BundleContent {
	const spec = specSchema.parse(input);
	const domain = publicDomain(spec, null, 'x');
	const { plan, ledger, software } = exampleContent();
	const tables = domain.tables.map(({ id, level, by, sum }, i) => ({
		...plan.tables[0]!,
		id,
		level,
		by: [...by],
		...(sum === undefined ? {} : { sum }),
		cells: cellCount(domain, domain.tables[i]!)
	}));
	return {
		specification: { spec, domain, regionVintage: null },
		plan: {
			...plan,
			unit: { kind: 'household', contribution: 1 },
			...(series === undefined ? {} : { series }),
			tables
		},
		noisy: tables.map(({ id, sigma2, cells }) => ({
			id,
			sigma2,
			counts: Float64Array.from({ length: cells }, (_, i) => 4e6 * i - 7)
		})),
		ledger,
		revisionOf: null,
		software
	};
}

const sums = () =>
	contentOf({
		...base,
		attributes: {
			income: { column: 'income', bins: [0, 10, 20] },
			income_2: { of: 'income', every: 2 },
			sex: { column: 'sex', codes: ['m'] }
		},
		amounts: { debt: { column: 'schuld', to: 1000 } },
		tables: [{ by: ['income_2'] }, { by: ['income_2'], sum: 'debt' }, { by: ['income', 'sex'] }]
	});

const MONTHS = { attribute: 'month', periods: 3, spells: 2, cost: 3, variances: { independent: 3, 'half-order': 2 } };
const MATRIX = { matrix: [[2], [-1, 2], [0, -1, 2]] };
const series = (strategy: 'independent' | 'half-order' | 'fitted') =>
	contentOf(
		{
			...base,
			attributes: {
				sex: { column: 'sex', codes: ['m'] },
				month: { column: 'month', codes: ['2023-01', '2023-02', '2023-03'], series: { spells: 2 } }
			},
			tables: [{ by: ['month'] }, { by: ['sex', 'month'] }]
		},
		{ ...MONTHS, strategy, ...(strategy === 'independent' ? {} : MATRIX) }
	);

describe.each([
	['groups and sums', sums],
	['a series by period', () => series('independent')],
	['a series by differences', () => series('half-order')],
	['a series by fitted differences', () => series('fitted')]
])('a bundle with %s', (_what, content) => {
	it('read back has the same tables and domain', async () => {
		const written = content();
		await writeBundle(folder, written, exampleSigner());
		const bundle = await readBundle(folder);
		expect(bundle.noisy).toEqual(written.noisy);
		expect(bundle.domain).toEqual(written.specification.domain);
		expect(bundle.manifest.plan).toEqual(written.plan);
	});
});

describe('each file says what its numbers are', () => {
	it('counts, or sums of an amount', async () => {
		await writeBundle(folder, sums(), exampleSigner());
		expect(text('measurements/all.income_2.csv')).toMatch(/^income_2,noisy_count\n0-<10\.\.10-<20,-7\n/);
		expect(text('measurements/all.income_2.sum-debt.csv')).toMatch(/^income_2,noisy_sum\n0-<10\.\.10-<20,-7\n/);
		expect(text('attributes.csv')).toContain('income_2,1,20+..unknown,');
		const readme = text('README.txt');
		expect(readme).toContain('De laatste kolom heet noisy_count of noisy_sum en');
		expect(readme).toContain('noisy_sum telt een bedrag op');
		expect(readme).toContain('(debt: 0 tot en met 1000)');
		expect(readme).not.toContain('noisy_difference');
		expect(readme).toContain('(elk huishouden telt mee in één rij)');
		expect(readme).toContain('bevat tellingen en sommen van bedragen waaraan');
		expect(readme).toContain('De meetbestanden bevatten alleen tellingen en sommen van bedragen met ruis');
	});

	it('counts by period, or differences between periods', async () => {
		await writeBundle(folder, series('independent'), exampleSigner());
		expect(text('measurements/all.sex.month.csv')).toMatch(/^sex,month,noisy_count\nm,2023-01,-7\nm,2023-02,/);
		expect(text('README.txt')).toContain('één rij per periode, in ten hoogste 2 aaneengesloten reeksen');
		expect(text('README.txt')).not.toContain('noisy_difference');
		await writeBundle(`${folder}-2`, series('half-order'), exampleSigner());
		folder += '-2';
		expect(text('measurements/all.sex.month.csv')).toMatch(/^sex,month,noisy_difference\nm,2023-01,-7\nm,2023-02,/);
		expect(text('README.txt')).toContain('De laatste kolom heet noisy_difference en');
		expect(text('README.txt')).toMatch(/niet de telling per periode/);
	});

	it('and nothing in plain counts of them', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		expect(text('README.txt')).not.toMatch(/noisy_sum|noisy_difference/);
	});
});

describe('a bundle that was changed', () => {
	interface Loose {
		files: Record<string, string>;
		plan: { series?: Record<string, unknown>; tables: Record<string, unknown>[] };
		spec: { attributes: Record<string, unknown>; amounts?: unknown; tables: Record<string, unknown>[] };
	}
	function editManifest(change: (manifest: Loose) => unknown): void {
		const manifest = JSON.parse(text('manifest.json')) as Loose;
		change(manifest);
		writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
	}
	function edit(name: string, content: string): void {
		writeFileSync(join(folder, name), content);
		editManifest((manifest) => (manifest.files[name] = createHash('sha256').update(content).digest('hex')));
	}

	it.each<[string, (m: Loose) => unknown, RegExp]>([
		['another amount', (m) => (m.spec.tables[1]!['sum'] = 'debts'), /spec\.tables\[1\]\.sum: debts is not an amount/],
		['no amounts', (m) => delete m.spec.amounts, /spec\.tables\[1\]\.sum: debt is not an amount/],
		[
			'counts for sums',
			(m) => delete m.plan.tables[1]!['sum'],
			/plan\.tables\[1\]: it is not table all\.income_2\.sum-debt/
		],
		['sums for counts', (m) => (m.plan.tables[0]!['sum'] = 'debt'), /plan\.tables\[0\]: it is not table all\.income_2/],
		['groups of nothing', (m) => (m.spec.attributes['income_2'] = { of: 'x', every: 2 }), /income_2\.of: x is not/],
		[
			'a series',
			(m) => (m.plan.series = { ...MONTHS, ...MATRIX, strategy: 'half-order' }),
			/plan\.series: it is not the series/
		],
		[
			'other groups',
			(m) => (m.spec.attributes['income_2'] = { of: 'income', every: 4 }),
			/attributes\.csv: income_2 does not have one code for every 4 codes of income/
		]
	])('into one with %s is refused', async (_name, change, message) => {
		await writeBundle(folder, sums(), exampleSigner());
		editManifest(change);
		await expect(readBundle(folder)).rejects.toThrow(message);
	});

	it.each<[string, (m: Loose) => unknown, RegExp]>([
		['no series', (m) => delete m.plan.series, /plan\.series: it is not the series/],
		['more spells', (m) => (m.plan.series!['spells'] = 3), /plan\.series: it is not the series/],
		['more periods', (m) => (m.plan.series!['periods'] = 4), /plan\.series\.matrix: the matrix of 4 periods/],
		['no matrix', (m) => delete m.plan.series!['matrix'], /plan\.series\.matrix: a series has a matrix/],
		['an upper triangle', (m) => (m.plan.series!['matrix'] = [[2, 0, 0], [2, 0], [2]]), /plan\.series\.matrix: /],
		['a singular matrix', (m) => (m.plan.series!['matrix'] = [[2], [1, 0], [0, 0, 2]]), /plan\.series\.matrix: /],
		[
			'another strategy',
			(m) => (m.plan.series = { ...MONTHS, strategy: 'independent' }),
			/line 1: the header must be "month,noisy_c/
		],
		[
			'a table of no period',
			(m) => (m.spec.tables[1]!['by'] = ['sex']),
			/tables\[1\]\.by: it does not end with the per/
		]
	])('into one with %s is refused', async (_name, change, message) => {
		await writeBundle(folder, series('half-order'), exampleSigner());
		editManifest(change);
		await expect(readBundle(folder)).rejects.toThrow(message);
	});

	it('into sums that are no whole numbers, or named otherwise, is refused', async () => {
		await writeBundle(folder, sums(), exampleSigner());
		const path = 'measurements/all.income_2.sum-debt.csv';
		const own = text(path);
		edit(path, own.replace('-7', '-7.5'));
		await expect(readBundle(folder)).rejects.toThrow(/line 2: the noisy sum is not a whole number/);
		edit(path, own.replace('noisy_sum', 'noisy_count'));
		await expect(readBundle(folder)).rejects.toThrow(/line 1: the header must be "income_2,noisy_sum"/);
	});
});
