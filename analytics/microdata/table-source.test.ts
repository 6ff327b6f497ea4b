import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { specSchema, type SpecInput } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { publicDomain } from '../specification/domain.ts';
import { runTableChecks } from './checks/run-checks.ts';
import { tableAnalysisFile, validateTableSource } from './table-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-table-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const write = (text: string | Buffer, ending = 'csv'): string => {
	const path = join(folder, `${files++}.${ending}`);
	writeFileSync(path, text);
	return path;
};

type TableSource = Extract<NonNullable<SpecInput['source']>, { kind: 'table' }>;
function release(source: Partial<TableSource> = {}, column = 'Kind', contribution = 1) {
	const spec = specSchema.parse({
		id: 'table',
		source: { kind: 'table', file: 'x', ...source },
		unit: { kind: 'person', contribution },
		attributes: { kind: { column, codes: ['a', 'b', '1', 'x;y'] } },
		tables: [{ by: ['kind'] }],
		budget: { rho: '1' }
	});
	return { spec, domain: publicDomain(spec, null, 'x') };
}

/** The codes of the rows that count, in file order. */
async function codes(file: string, { spec, domain } = release()): Promise<string[]> {
	const engine = await openEngine({ readable: [file] });
	try {
		const { relation } = await tableAnalysisFile(spec, domain, file, engine);
		const rows = await engine.db.selectFrom(relation).selectAll().execute();
		return rows.map((row) => domain.attributes[0]!.codes[Number(row.kind)]!);
	} finally {
		await engine.close();
	}
}

describe('reading', () => {
	it('takes commas, semicolons and tabs, quotes, a byte order mark and either line end', async () => {
		expect(await codes(write('\uFEFF"Id";"Kind"\r\n1;"x;y"\r\n2; a \r\n'))).toEqual(['x;y', 'a']);
		expect(await codes(write('Id\tKind\n1\tb'))).toEqual(['b']);
		expect(await codes(write('Kind,Id\na,1\n"b",2\nc,3\n,4\n'))).toEqual(['a', 'b', 'unknown', 'unknown']);
	});

	it('finds a column by its exact name before its name in other case', async () => {
		expect(await codes(write('kind,Kind\na,b\n'))).toEqual(['b']);
		expect(await codes(write('KIND\na\n'))).toEqual(['a']);
	});

	it('goes through lines that are no rows without an error', async () => {
		const bytes = Buffer.concat([
			Buffer.from('Kind,Id\na,1\n'),
			Buffer.from([0xe9, 0x2c, 0x31, 0x0a]),
			Buffer.from('b\nb,2,3\n"a\n')
		]);
		await expect(codes(write(bytes))).resolves.toContain('a');
	});

	it('reads parquet: whole numbers held as floating point, and rows in file order over row groups', async () => {
		const path = join(folder, 'groups.parquet');
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		await connection.run(
			`copy (select (i // 2)::double as unit, case when i % 2 = 0 then 1.0 else 2.5 end::double as "Kind"
			from range(200000) t(i)) to '${path}' (format parquet, row_group_size 2048)`
		);
		connection.closeSync();
		// Of each unit the first row counts, and only that one has code 1.
		const read = await codes(path, release({ unit: 'unit' }));
		expect(read.length).toBe(100_000);
		expect(read.every((code) => code === '1')).toBe(true);
	});
});

describe('units and filters', () => {
	const file = write('unit,Kind,age\n1,a,10\n1,b,20\n1,a,30\n2,b,NaN\n,a,20\nNA,a,20\n2,1,25\n');

	it('count the first rows of each unit in file order; rows without a unit do not count', async () => {
		expect((await codes(file, release({ unit: 'unit' }))).sort()).toEqual(['a', 'b']);
		expect((await codes(file, release({ unit: 'unit' }, 'Kind', 2))).sort()).toEqual(['1', 'a', 'b', 'b']);
		expect(await codes(file, release())).toHaveLength(7);
	});

	it('filter before they count, by listed values or by a range that holds both its ends', async () => {
		const range = release({ unit: 'unit', where: [{ column: 'age', min: 20, max: 25 }] });
		expect((await codes(file, range)).sort()).toEqual(['1', 'b']);
		expect(await codes(file, release({ where: [{ column: 'Kind', in: ['b'] }] }))).toEqual(['b', 'b']);
	});
});

describe('validateTableSource', () => {
	const validate = (file: string, { spec, domain } = release()) => validateTableSource(spec, domain, file);

	it('reads nothing but the header', async () => {
		await expect(validate(write('Id,Kind\n"broken;;\n'))).resolves.toBeUndefined();
	});

	it('names the file and what is wrong with it', async () => {
		mkdirSync(join(folder, 'folder.csv'));
		const faults: [file: string, words: RegExp][] = [
			[join(folder, 'none.csv'), /none\.csv: there is no such file/],
			[join(folder, 'folder.csv'), /no such file/],
			[write(''), /the file is empty/],
			[write('\n\n'), /no header line/],
			[write('Id;Sort\n1;CANARY7\n'), /column Kind missing\. The first line of the file/],
			[write('CANARY7', 'sav'), /no SPSS system file/],
			[write('x', 'xlsx'), /\.csv, \.parquet, \.sav and \.zsav/],
			[write('CANARY7', 'parquet'), /cannot be read as parquet/]
		];
		for (const [file, words] of faults) {
			const error: Error = await validate(file).then(
				() => expect.fail('no error'),
				(e: Error) => e
			);
			expect(error).toBeInstanceOf(InputError);
			expect(error.message).toMatch(words);
			expect(error.message).not.toContain('CANARY7');
		}
	});

	it('refuses attributes without a column and names that clash', async () => {
		const file = write('Kind\na\n');
		const sized = specSchema.parse({ ...release().spec, attributes: { kind: { size: 3 } } });
		await expect(validate(file, { spec: sized, domain: publicDomain(sized, null, 'x') })).rejects.toThrow(
			/planning only/
		);
		const two = { column: 'Kind', codes: ['a'] };
		const clash = specSchema.parse({ ...release().spec, attributes: { kind: two, KIND: two } });
		expect(() => publicDomain(clash, null, 'x')).toThrow(/capitals only/);
	});
});

describe('runTableChecks', () => {
	it('says the same whatever stands in the columns that a specification names', async () => {
		const rows = Array.from({ length: 12 }, (_, i) => `${i},CANARY7`).join('\n');
		const { spec, domain } = release({ unit: 'unit' });
		const file = write(`unit,Kind\n,a\n${rows}\n`);
		const report = await runTableChecks(spec, domain, file);
		writeFileSync(file, `unit,Kind\n99,a\n${rows}\n`);
		expect(await runTableChecks(spec, domain, file)).toEqual(report);
		expect(report.rules.every((rule) => rule.passed)).toBe(true);
		expect(JSON.stringify(report)).not.toContain('CANARY7');
	});
});
