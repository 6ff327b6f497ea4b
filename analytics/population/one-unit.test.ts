import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { QualityGateError } from '../errors.ts';
import { openDataFile } from '../microdata/data-file.ts';
import { tinyTables, writeTables, type TinyTables } from '../microdata/testing/tiny-tables.ts';
import { publicDomain } from '../specification/domain.ts';
import { loadTree } from '../specification/tree.ts';
import { recordSource } from './source.ts';

// Attacks that once let the rows of one unit change the rows of others, or told by an error after the charge that a certain
// record is there. Each must end at the gate, or change nothing but its own unit.

const root = mkdtempSync(join(tmpdir(), 'voorzicht-one-unit-'));
afterAll(() => rmSync(root, { recursive: true }));

const table = specSchema.parse({
	id: 'attack',
	source: { kind: 'table', file: 'x.csv', unit: 'unit' },
	unit: { kind: 'person' },
	period: '2023',
	attributes: { a: { column: 'a', codes: ['p', 'q', 'r'] }, b: { column: 'b', bins: [0, 10, 20] } },
	tables: [{ by: ['a', 'b'] }],
	budget: { rho: '1' }
});
const domain = publicDomain(table, null, 'attack.yaml');

function source(line: Buffer) {
	const others = Array.from({ length: 40 }, (_, i) => `${i},${'pqr'[i % 3]},${i % 30}`);
	const half = others.length / 2;
	const file = join(root, 'x.csv');
	const lines = [['unit,a,b', ...others.slice(0, half)].join('\n'), line, others.slice(half).join('\n'), ''];
	writeFileSync(file, Buffer.concat(lines.flatMap((part) => [Buffer.from(part), Buffer.from('\n')])));
	return recordSource(table, domain, file);
}

async function rowsOf(opened: ReturnType<typeof recordSource>): Promise<number> {
	const { engine, relation } = await opened.open();
	try {
		return (await engine.db.selectFrom(relation).selectAll().execute()).length;
	} finally {
		await engine.close();
	}
}

describe('a line of a csv file', () => {
	it.each([
		['an open quote', 'X,p,"5'],
		['even quotes that do not enclose a field', 'X,b"x,"abc,2'],
		['quotes in the middle, and a field too many', 'X"y,"p,5,'],
		['an escaped line end', 'X,p55","\\,5'],
		['a byte that is no text behind a quote', 'X,p,"\xff'],
		['a separator of the gate itself', 'X\x01,p,"5'],
		['a separator of the gate before a quote', 'X,p,5\x01,"'],
		['a separator of the gate before a byte that is no text', 'X,p,5\x01\xff,"'],
		['a line end of another kind', 'X,p,5\rY,q,6'],
		['a field too few', 'X,p']
	])('with %s stops at the gate', async (_name, line) => {
		await expect(source(Buffer.from(line, 'latin1')).gate()).rejects.toThrow(QualityGateError);
	});

	it.each([
		['plain', 'X,p,5'],
		['quoted', 'X,"p",5'],
		['with inner quotes and separators', 'X,"p""x,y",5'],
		['with accents', 'X,é,5'],
		['empty', '']
	])('that is %s passes and is one row at most', async (_name, line) => {
		const opened = source(Buffer.from(line));
		await opened.gate();
		expect(await rowsOf(opened)).toBe(line === '' ? 40 : 41);
	});

	it('does not decide what separates the fields, however the lines end', async () => {
		// Both separators read the header and all other lines in five fields; one unit has a comma fewer.
		const others = Array.from({ length: 60 }, () => 'a;b,c;d,e;f,g;h,i');
		for (const end of ['\n', '\r\n', '\r']) {
			for (const line of [[], ['X;b,c;d,e;f;g;h,i']]) {
				const file = join(root, 'separator.csv');
				writeFileSync(file, ['id;unit;p,q;r,a,b,s;t', ...others, ...line, ''].join(end));
				expect((await openDataFile(file)).delimiter).toBe(',');
			}
		}
		const decimal = join(root, 'decimal.csv');
		for (const end of ['\n', '\r\n', '\r']) {
			writeFileSync(decimal, ['unit;a;b', '1;p;5', 'X;q;1,1,1,1,1', ''].join(end));
			const { delimiter, columns } = await openDataFile(decimal);
			expect([delimiter, ...columns.map(({ name }) => name)]).toEqual([';', 'unit', 'a', 'b']);
		}
	});

	it('that ends otherwise than the rest stops at the gate', async () => {
		const file = join(root, 'ends.csv');
		writeFileSync(file, 'unit,a,b\r\n1,p,5\r\nX,q,6\r2,p,7\r\n3,p,8\r\n');
		await expect(recordSource(table, domain, file).gate()).rejects.toThrow(QualityGateError);
		writeFileSync(file, 'unit,a,b\r\n1,p,5\r\nX,q,6\r\n2,p,7\r\n3,p,8\r\n');
		const opened = recordSource(table, domain, file);
		await opened.gate();
		expect(await rowsOf(opened)).toBe(4);
	});

	it.each(['7 ', ' 7', '\t7', '7\u00a0', '\u200b7'])(
		'of a unit that has a row already does not count, blanks or not: %j',
		async (key) => {
			expect(await rowsOf(source(Buffer.from(`${key},p,5`)))).toBe(40);
		}
	);

	it.each(['NA', 'na', 'None', 'NULL', '-', ''])('without a unit (%j) does not count', async (key) => {
		expect(await rowsOf(source(Buffer.from(`${key},p,5`)))).toBe(40);
	});
});

it('a parquet column of times is refused by its type, before a strange value can stop the reading', async () => {
	const file = join(root, 'times.parquet');
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run(`copy (select '1' as unit, 'p' as a, time '12:00:00' as b) to '${file}' (format parquet)`);
	connection.closeSync();
	await expect(recordSource(table, domain, file).validate()).rejects.toThrow(/column b has type TIME/);
});

describe('a row of a CBS table', () => {
	const spec = specSchema.parse({
		id: 'attack-cbs',
		source: { kind: 'cbs' },
		unit: { kind: 'household' },
		period: '2023',
		attributes: {
			region: { tree: 'cbs:2024', column: 'buurt' },
			type: { column: 'household_type', codes: ['1', '3'] },
			debts: { column: 'problematic_debts', codes: ['yes', 'no'] }
		},
		tables: [{ by: ['type', 'debts'] }],
		budget: { rho: '1' }
	});

	async function cbs(change: (tables: TinyTables) => void) {
		const tables = tinyTables();
		change(tables);
		const dir = mkdtempSync(join(root, 'tables-'));
		writeTables(dir, tables);
		return {
			dir,
			opened: recordSource(spec, publicDomain(spec, await loadTree('cbs:2024', root), 'attack.yaml'), dir)
		};
	}

	async function debtCodes(change: (tables: TinyTables) => void): Promise<number[]> {
		const { opened } = await cbs(change);
		const { engine, relation } = await opened.open();
		const rows = await engine.db.selectFrom(relation).selectAll().execute();
		await engine.close();
		return rows.map((row) => Number(row.type) * 10 + Number(row.debts)).sort((a, b) => a - b);
	}

	it('about debts counts for the household of its person, whatever household it names itself', async () => {
		const flag = 'smalle_def_problematische_schulden_HH_20240101';
		const before = await debtCodes(() => {});
		const after = await debtCodes((t) => {
			const debts = t.SCHULDENPROBLEMATIEK2023TABV1!;
			debts.push({ ...debts[2]!, RINPERSOON: '000000004', HUISHOUDNR: 'H2', [flag]: '1' });
		});
		// Household H3 goes from unknown to yes; H2, which the row names, stays as it was.
		expect(before).toEqual([1, 2, 10]);
		expect(after).toEqual([0, 1, 10]);
	});

	it('is checked in the file that is measured, the newest debt file with the date', async () => {
		const { dir, opened } = await cbs((t) => {
			t.SCHULDENPROBLEMATIEK2024TABV1 = structuredClone(t.SCHULDENPROBLEMATIEK2023TABV1!);
		});
		const file = join(dir, 'SCHULDENPROBLEMATIEK2024TABV1.csv');
		writeFileSync(file, readFileSync(file, 'utf8').replace(/;0;1\n/, ';"0;1\n'));
		await expect(opened.gate()).rejects.toThrow(/SCHULDENPROBLEMATIEKTAB/);
	});
});
