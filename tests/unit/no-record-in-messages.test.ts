import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { osEntropy } from 'diffprivlib-js';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegionTree } from '../../analytics/contract/region-tree.ts';
import { specSchema } from '../../analytics/contract/spec.ts';
import { openEngine } from '../../analytics/engine/engine.ts';
import { measure } from '../../analytics/measure/measure.ts';
import { gateTable, runChecks, runTableChecks } from '../../analytics/microdata/checks/run-checks.ts';
import { tableAnalysisFile, validateTableSource } from '../../analytics/microdata/table-source.ts';
import { planRelease } from '../../analytics/plan/plan.ts';
import { publicDomain } from '../../analytics/specification/domain.ts';
import { synthesize } from '../../analytics/synthetic/synthesize.ts';

// The fifth lock: whatever goes wrong on the closed side, no value of a record is in the error, its causes or the streams.
// That the command line adds none is shown by tests/database/bad-input.test.ts.

const CANARIES = ['987654321', '76543.21', 'Canaria', 'Kanarie'];
const HEADER = 'household,name,place,sex,income\n';
const RECORD = '987654321,Canaria Kanarie,A,m,76543.21\n';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-canary-'));
const streams: string[] = [];
const original = { stdout: process.stdout.write, stderr: process.stderr.write };
beforeAll(() => {
	for (const name of ['stdout', 'stderr'] as const) {
		const write = original[name].bind(process[name]) as (...args: unknown[]) => boolean;
		process[name].write = ((...args: unknown[]) => {
			streams.push(String(args[0]));
			return write(...args);
		}) as typeof process.stdout.write;
	}
});
afterAll(() => {
	process.stdout.write = original.stdout;
	process.stderr.write = original.stderr;
	rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'Aa', level: 'gemeente' }
]);
const spec = specSchema.parse({
	id: 'small',
	source: { kind: 'table', file: 'people.csv', unit: 'household' },
	unit: { kind: 'household', contribution: 1 },
	period: '2023',
	attributes: {
		region: { tree: 'tree.csv', column: 'place' },
		sex: { column: 'sex', codes: ['m', 'v'] },
		poor: { column: 'income', below: 100 }
	},
	tables: [{ level: 'gemeente', by: ['sex', 'poor'] }],
	budget: { rho: '0.1' }
});
const domain = publicDomain(spec, tree, 'small.yaml');

/** What `work` says when it fails, causes and all hidden fields included; and what it answers when it does not. */
async function told(work: () => Promise<unknown>): Promise<string> {
	const [answer] = await Promise.allSettled([work()]);
	const error = answer.status === 'rejected' ? (answer.reason as Error) : null;
	const chain: unknown[] = [];
	for (let one: unknown = error; one instanceof Error; one = one.cause) chain.push(one.message, one.stack);
	return inspect([answer, chain], { depth: Infinity, showHidden: true, maxStringLength: null });
}

const expectNone = (text: string) => {
	for (const canary of CANARIES) expect(text).not.toContain(canary);
};

const latin = Buffer.concat([Buffer.from(HEADER + RECORD.replace('Canaria', 'Canari')), Buffer.from([0xff, 0xfe, 10])]);
const files: readonly (readonly [string, string, string | Buffer])[] = [
	['no header line', 'headless.csv', RECORD],
	['an open quotation mark', 'quote.csv', `${HEADER}987654321,"Canaria Kanarie,A,m,76543.21\n2,b,A,m,4\n`],
	['too many and too few fields', 'ragged.csv', `${HEADER}${RECORD.trim()},76543.21,8\n987654321,Kanarie\n`],
	['bytes that are no text', 'latin.csv', latin],
	['values in the wrong place', 'shifted.csv', `${HEADER}Canaria,987654321,76543.21,Kanarie,Kanarie\n`],
	['a column named twice', 'twice.csv', `household,${HEADER}987654321,${RECORD}`],
	['a parquet file that is none', 'fake.parquet', `PAR1${RECORD}PAR1`],
	['another kind of file', 'people.xlsx', RECORD],
	['a text that never ends', 'long.csv', `${HEADER}${RECORD.trim()}${'Kanarie'.repeat(400_000)}`]
];

describe.each(files)('a file with %s', (_what, name, content) => {
	it('is refused or read without telling a value', async () => {
		const file = write(name, content);
		const analysis = async () => {
			const engine = await openEngine({ readable: [file], threads: 1 });
			try {
				await tableAnalysisFile(spec, domain, file, engine);
			} finally {
				await engine.close();
			}
		};
		expectNone(await told(() => validateTableSource(spec, domain, file)));
		expectNone(await told(() => gateTable(file)));
		expectNone(await told(() => runTableChecks(spec, domain, file)));
		expectNone(await told(analysis));
	});
});

describe('the engine', () => {
	const file = write('people.csv', HEADER + RECORD);

	it.each([
		['a cast', (path: string) => sql`select cast(name as integer) from read_csv(${path})`],
		['a date', (path: string) => sql`select strptime(name, '%Y') from read_csv(${path})`],
		['an overflow', (path: string) => sql`select cast(household as tinyint) from read_csv(${path})`],
		['an error of its own', (path: string) => sql`select error(name) from read_csv(${path})`],
		['a wrong type', (path: string) => sql`select name from read_csv(${path}, types = {'name': 'integer'})`],
		['a column that is not there', (path: string) => sql`select wrong from read_csv(${path})`],
		['a bound value', () => sql`select cast(${'Canaria Kanarie'} as integer)`]
	])('does not quote what broke %s', async (_what, query) => {
		const engine = await openEngine({ readable: [file], threads: 1 });
		const text = await told(() => query(file).execute(engine.db));
		await engine.close();
		expect(text).toContain("status: 'rejected'");
		expectNone(text);
	});
});

describe('measure', () => {
	it('tells nothing of a source that fails half-way', async () => {
		const file = write('measured.csv', HEADER + RECORD);
		const plan = planRelease({ ...spec, domain });
		const open = async () => {
			const engine = await openEngine({ readable: [file], threads: 1 });
			const analysis = await tableAnalysisFile(spec, domain, file, engine);
			const { db } = engine;
			await db.schema.dropTable(analysis.relation).execute();
			await sql`create table records as select name from read_csv(${file})`.execute(db);
			const cast = db
				.selectFrom('records')
				.select((eb) => [
					sql<number>`cast(name as integer)`.as('sex'),
					eb.lit(0).as('poor'),
					eb.lit(tree.find('A')!).as('region')
				]);
			await db.schema.createView(analysis.relation).as(cast).execute();
			return analysis;
		};
		const text = await told(() => measure({ domain, plan, charge: { spend() {} }, open, entropy: osEntropy() }));
		expect(text).toContain("status: 'rejected'");
		expectNone(text);
	});
});

describe('CBS tables', () => {
	const dir = join(folder, 'cbs');
	beforeAll(() => synthesize({ persons: 1000, years: [2023, 2023], seed: 1, out: dir, formats: ['csv'] }), 60_000);

	it('with a value where it does not belong, in any column of any table, are reported without it', async () => {
		const tables = readdirSync(dir).filter((name) => name.endsWith('.csv'));
		expect(tables.length).toBeGreaterThan(5);
		for (const name of tables) {
			const path = join(dir, name);
			const text = readFileSync(path, 'utf8');
			const lines = text.trimEnd().split('\n');
			// So few persons leave some registers without a row.
			const cells = lines[1]?.split(',') ?? lines[0]!.split(',').map(() => '');
			const planted = cells.map((_, i) => cells.with(i, i % 2 === 0 ? 'Kanarie' : '76543.21').join(','));
			writeFileSync(path, [...lines, ...planted, planted[0], ''].join('\n'));
			expectNone(await told(() => runChecks(dir, ['2023'])));
			writeFileSync(path, text);
		}
	}, 240_000);
});

it('nothing of all this was written to a stream', () => {
	expectNone(streams.join(''));
});
