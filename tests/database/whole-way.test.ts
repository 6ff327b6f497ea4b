import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Plan } from '../../analytics/contract/plan.ts';
import { specSchema, type Spec } from '../../analytics/contract/spec.ts';
import { exampleKeyText, exampleSigner, publicKeyText } from '../../analytics/release/testing/example.ts';
import { cellName, csvRows, trueCounts, type Row } from './truth.ts';
import { Workplace } from './workplace.ts';

// plan -> measure -> estimate -> publish on the command line, on files; judged against counts that the test makes itself.

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const MICRODATA = resolve('../shared/data/microdata');

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
	copyFileSync(join(EXAMPLES, 'eusilc-regions.csv'), place.path('eusilc-regions.csv'));
	place.write('invented.csv', inventedPersons());
});
afterAll(() => place.close());

/** Runs a command with --json: exit code 0, and exactly one JSON document on stdout. */
async function json<T>(...args: string[]): Promise<T> {
	const { code, stdout, stderr } = await place.run(...args, '--json');
	expect(`${code} ${stderr}`).toMatch(/^0 /);
	return JSON.parse(stdout) as T;
}

/** 4,000 persons in 1,700 households, with missing and unlisted values; from a fixed rule, so that nothing is drawn. */
function inventedPersons(): string {
	const lines = ['household,state,age,sex,work,income'];
	for (let i = 0; i < 4000; i++) {
		const household = (i * 7919) % 1700;
		const state = ['Tyrol', 'Vienna', 'Salzburg', 'Styria', 'Elsewhere'][household % 5];
		const income = household % 11 === 0 ? 'NA' : String(5000 + ((household * 104729) % 30_000));
		lines.push(`h${household},${state},${(i * 31) % 97},${['male', 'female', ''][i % 3]},${(i * 13) % 9},${income}`);
	}
	return `${lines.join('\n')}\n`;
}

const INVENTED: Record<'households' | 'persons', string> = {
	households: `id: invented-households
source: { kind: table, file: invented.csv, unit: household }
unit: { kind: household, contribution: 1 }
period: '2023'
attributes:
  region: { tree: eusilc-regions.csv, column: state }
  age: { column: age, bins: [0, 30, 65] }
  poor: { column: income, below: 12000 }
tables: [{ by: [poor] }, { level: bundesland, by: [poor] }, { level: bundesland, by: [age, poor] }]
budget: { rho: '0.02' }
`,
	persons: `id: invented-persons
source: { kind: table, file: invented.csv, unit: household }
unit: { kind: household, contribution: 3 }
period: '2023'
attributes:
  region: { tree: eusilc-regions.csv, column: state }
  sex: { column: sex, codes: [male, female] }
  work: { column: work, codes: [1, 2, 3, 4, 5] }
tables: [{ level: land, by: [work] }, { level: bundesland, by: [sex, work] }]
budget: { rho: '1/20' }
`
};

interface Measured {
	readonly entry: number;
	readonly replayed: boolean;
	readonly bundle: string;
}

/** Sums over the cells of one table and all its releases. */
interface Sums {
	cells: number;
	squares: number;
	missed: number;
	leastVariance: number;
}

/** Measures `releases` snapshots and holds every estimate against the truth. */
async function judge(text: string, records: string, releases: number): Promise<void> {
	const spec: Spec = specSchema.parse(parse(text));
	const regions = csvRows(place.path('eusilc-regions.csv'));
	const truth = trueCounts(spec, csvRows(records), regions);
	const file = (snapshot: string) => `${spec.id}-${snapshot}.yaml`;
	const withSnapshot = (snapshot: string) =>
		place.write(file(snapshot), JSON.stringify({ ...(parse(text) as object), source: { ...spec.source, snapshot } }));
	withSnapshot('0');
	const plan = await json<Plan>('plan', file('0'));
	const sums = new Map<string, Sums>();
	for (let release = 0; release < releases; release++) {
		withSnapshot(String(release));
		const out = `${spec.id}-${release}`;
		const measured = await json<Measured>('measure', file(String(release)), '--microdata', records, '--out', out);
		expect(measured.replayed).toBe(false);
		await json('estimate', out, '--out', `${out}.csv`);
		addErrors(csvRows(place.path(`${out}.csv`)), truth, plan, sums);
	}
	for (const table of plan.tables) expectHonest(table, sums.get(table.id)!, releases);
}

function addErrors(
	rows: readonly Row[],
	truth: ReadonlyMap<string, number>,
	plan: Plan,
	sums: Map<string, Sums>
): void {
	const named = new Set<string>();
	for (const row of rows) {
		const { estimate, se, ...cell } = row;
		const name = cellName(...Object.values(cell));
		named.add(name);
		const variance = Number(se) ** 2;
		const z = (Number(estimate) - (truth.get(name) ?? 0)) / Number(se);
		const of = sums.get(row['table']!) ?? { cells: 0, squares: 0, missed: 0, leastVariance: Infinity };
		of.cells += 1;
		of.squares += z * z;
		of.missed += Math.abs(z) > 1.959964 ? 1 : 0;
		of.leastVariance = Math.min(of.leastVariance, variance);
		sums.set(row['table']!, of);
		const planned = plan.tables.find((table) => table.id === row['table'])!;
		expect(variance).toBeLessThanOrEqual(planned.variance.max * (1 + 1e-6));
	}
	// Every cell where somebody is has its line.
	expect([...truth.keys()].filter((name) => !named.has(name))).toEqual([]);
	for (const { id, cells, variance } of plan.tables) {
		const own = rows.filter((row) => row['table'] === id);
		expect(own).toHaveLength(cells);
		const mean = own.reduce((sum, row) => sum + Number(row['se']) ** 2, 0) / cells;
		expect(mean / variance.mean).toBeCloseTo(1, 6);
	}
}

/**
 * The estimates of a table are at least as good as its own measurements in every direction, so their correlation matrix has
 * no eigenvalue above `most` = sigma2 / least variance. Then the mean of n squares leaves 1 by more than the Laurent-Massart
 * bounds with probability at most e^-x each way: x = 18 makes that 3e-8 a table. Indicators of correlated normal variables
 * are correlated less than these, so the share that a 95 % interval misses has variance at most 0.05 * 0.95 * most / n:
 * six standard deviations, about 1e-8 a table.
 */
function expectHonest(
	table: Plan['tables'][number],
	{ cells, squares, missed, leastVariance }: Sums,
	releases: number
) {
	const [n = NaN, d = NaN] = table.sigma2.split('/').map(Number);
	const most = Math.max(1, n / d / leastVariance);
	expect(cells).toBe(table.cells * releases);
	const wide = 2 * Math.sqrt((most * 18) / cells);
	expect(squares / cells).toBeGreaterThan(1 - wide);
	expect(squares / cells).toBeLessThan(1 + wide + (2 * most * 18) / cells);
	expect(Math.abs(missed / cells - 0.05)).toBeLessThan(6 * Math.sqrt((0.0475 * most) / cells) + 1 / cells);
}

describe('an invented file', () => {
	it('per household: errors are as large as stated', () => judge(INVENTED.households, place.path('invented.csv'), 4));
	it('three rows per household: errors are as large as stated', () =>
		judge(INVENTED.persons, place.path('invented.csv'), 4));

	it('the same request again is replayed: same entry, same answer, nothing charged', async () => {
		place.write('again.yaml', INVENTED.households);
		const first = await json<Measured>('measure', 'again.yaml', '--out', 'again-1');
		const before = await json('ledger', 'show');
		const second = await json<Measured>('measure', 'again.yaml', '--out', 'again-2');
		expect(second).toMatchObject({ entry: first.entry, replayed: true });
		const table = 'measurements/bundesland.age.poor.csv';
		expect(readFileSync(place.path(`again-2/${table}`))).toEqual(readFileSync(place.path(`again-1/${table}`)));
		expect(await json('ledger', 'show')).toEqual(before);
	});

	it('another snapshot is charged and gets other noise; the ledger shows and verifies all of it', async () => {
		const other = INVENTED.households.replace('unit: household }', 'unit: household, snapshot: next }');
		place.write('other.yaml', other);
		const start = await json<{ entries: unknown[] }>('ledger', 'show');
		const measured = await json<Measured>('measure', 'other.yaml', '--out', 'other');
		expect(measured.replayed).toBe(false);
		const { entries } = await json<{ entries: { entry: number; rho: string }[] }>('ledger', 'show');
		expect(entries).toHaveLength(start.entries.length + 1);
		expect(entries.at(-1)).toMatchObject({ entry: measured.entry, rho: '0.02', snapshot: 'next', state: 'measured' });
		const table = 'measurements/bundesland.age.poor.csv';
		expect(readFileSync(place.path(`other/${table}`))).not.toEqual(readFileSync(place.path(`again-1/${table}`)));
		expect(await json('ledger', 'verify')).toMatchObject({ ok: true, problems: [] });
	});
});

describe('a bundle that was measured by another office', () => {
	const theirs = { VOORZICHT_SIGNING_KEY: exampleKeyText() };
	const trusting = { VOORZICHT_TRUSTED_KEYS: 'office.pem' };

	it('is published where its key is trusted, and nowhere else; anybody may estimate it', async () => {
		place.write('office.pem', publicKeyText(exampleSigner()));
		place.write('theirs.yaml', INVENTED.persons.replace('unit: household }', 'unit: household, snapshot: theirs }'));
		const { code, stdout } = await place.runWith(theirs, 'measure', 'theirs.yaml', '--out', 'theirs', '--json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ signedBy: exampleSigner().fingerprint });

		const refused = await place.run('publish', 'theirs');
		expect(refused.code).toBe(2);
		expect(refused.stderr).toContain('which is not trusted here');
		expect(await json('estimate', 'theirs', '--out', 'x.csv')).toMatchObject({ signature: 'unknown-key' });

		const done = await place.runWith(trusting, 'publish', 'theirs', '--json');
		expect(`${done.code} ${done.stderr}`).toMatch(/^0 /);
		// The first version: the refused one left nothing.
		expect(JSON.parse(done.stdout)).toMatchObject({ already: false, version: 1 });
	});

	it('is nothing that a signer of our own made', async () => {
		const own = await json<Measured & { signedBy: string; manifest: string }>(
			'measure',
			'again.yaml',
			'--out',
			'again-1'
		);
		expect(own.signedBy).not.toBe(exampleSigner().fingerprint);
		expect(own.manifest).toBe(
			createHash('sha256')
				.update(readFileSync(place.path('again-1/manifest.json')))
				.digest('hex')
		);
		const { code } = await place.runWith(trusting, 'publish', 'again-1');
		expect(code).toBe(2);
	});
});

describe('EU-SILC', () => {
	const here = (name: string) => existsSync(join(MICRODATA, name));
	const cases = [
		['eusilc-households', 'laeken_eusilc.csv', 3],
		['eusilc-persons', 'laeken_eusilc.csv', 1],
		['simpop-households', 'simPop_eusilcP.csv', 2],
		['simpop-persons', 'simPop_eusilcP.csv', 1]
	] as const;
	for (const [example, file, releases] of cases)
		it.runIf(here(file))(`${example}: errors are as large as stated, and the bundle can be published`, async () => {
			await judge(readFileSync(join(EXAMPLES, `${example}.yaml`), 'utf8'), join(MICRODATA, file), releases);
			const published = await json<{ figures: number }>('publish', `${example}-0`);
			expect(published.figures).toBeGreaterThan(50);
			expect(await json('publish', `${example}-0`)).toMatchObject({ already: true });
		});
});

describe('CBS tables of an invented Netherlands', () => {
	const formats = ['csv', 'parquet'] as const;
	const folderOf = (format: string) => `nederland-${format}`;

	beforeAll(async () => {
		const same = ['--years', '2022-2023', '--persons', '20000', '--seed', '3'];
		for (const format of formats) await json('synthesize', ...same, '--format', format, '--out', folderOf(format));
	});

	it.each(formats)('from %s files: checked, measured and published, close to the truth', async (format) => {
		const folder = folderOf(format);
		expect(await json('check', folder)).toMatchObject({ passed: true });
		const out = `${folder}-bundle`;
		// Another id makes it another request, with its own charge and noise.
		const spec = readFileSync(join(EXAMPLES, 'netherlands.yaml'), 'utf8');
		place.write(`${folder}.yaml`, spec.replace('id: huishoudens-nederland', `id: ${folder}`));
		const source = ['--microdata', folder, '--period', '2022'];
		await json('measure', `${folder}.yaml`, ...source, '--out', out);
		await json('publish', out);
		const figure = await nationalLowIncome(folder);
		// Every household of the income table with an answer. It may differ from the households that are registered on 31 December
		// by half a percentage point; the noise, by six standard errors (2e-9).
		const shares = csvRows(place.path(`${folderOf('csv')}/INHA2022TABV1.csv`)).map((row) => Number(row['INHARMLAG']));
		const known = shares.filter((share) => share >= 0 && share < 9_999_999_999);
		const truth = known.filter((share) => share < 100).length / known.length;
		expect(truth).toBeGreaterThan(0.02);
		expect(Math.abs(figure.share - truth)).toBeLessThan(0.005 + 6 * figure.share_se);
		expect(figure.share_se).toBeLessThan(0.02);
	});

	async function nationalLowIncome(spec: string) {
		const client = new pg.Client({ connectionString: place.database });
		await client.connect();
		const { rows } = await client.query<{ share: number; share_se: number }>(
			`select share, share_se from published.figure
			where spec = $1 and period = '2022' and indicator = 'low-income' and region = 'NL' and attribute = ''`,
			[spec]
		);
		await client.end();
		expect(rows).toHaveLength(1);
		return rows[0]!;
	}
});
