import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cellCount, type Table } from '../contract/domain.ts';
import { specSchema } from '../contract/spec.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { finerTable } from './coarser.ts';
import { countCells } from './count-cells.ts';
import { TableCounts } from './count-tables.ts';
import { writeCuts } from './sql.ts';
import { HEADER, small, tree } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-coarser-'));
afterAll(() => rmSync(folder, { recursive: true }));

const spec = specSchema.parse({
	...small,
	tables: [
		{ level: 'land' },
		{ level: 'gemeente', by: ['sex', 'poor'] },
		{ level: 'wijk', by: ['poor', 'age', 'sex'] },
		{ level: 'wijk', by: ['age'] },
		{ by: ['age', 'sex'] },
		{ by: ['poor'] }
	]
});
const domain = publicDomain(spec, tree, 'small.yaml');

it('adds up each table from the smallest that holds it and more, and counts the others', () => {
	const finer = Object.fromEntries(domain.tables.map((table) => [table.id, finerTable(domain, table)?.id ?? null]));
	expect(finer).toEqual({
		land: 'wijk.age',
		'gemeente.sex.poor': 'wijk.poor.age.sex',
		'wijk.poor.age.sex': null,
		'wijk.age': 'wijk.poor.age.sex',
		'all.age.sex': 'wijk.poor.age.sex',
		'all.poor': 'gemeente.sex.poor'
	});
});

it('finds what counting each table by itself finds, with regions that end above the deepest level', async () => {
	const places = ['A1', 'A2', 'B1', 'C', 'nowhere', 'A2'];
	const lines = Array.from({ length: 97 }, (_, i) => {
		const sex = i % 5 === 0 ? 'x' : i % 2 === 0 ? 'm' : 'v';
		return `${i},${places[i % places.length]},${(i * 7) % 80},${sex},${(i * 13) % 190}`;
	});
	const file = join(folder, 'people.csv');
	writeFileSync(file, HEADER + lines.join('\n'));
	const log: string[] = [];
	const own = await tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }));
	await writeCuts(own.engine, domain);
	const logged: Engine = { ...own.engine, scan: (query, visit) => (log.push('scan'), own.engine.scan(query, visit)) };
	const together = new TableCounts(domain, { ...own, engine: logged });
	const none = (table: Table) => new Float64Array(cellCount(domain, table));
	const added = new Map<string, Float64Array>();
	for (const table of domain.tables) added.set(table.id, (await together.of(table)).plus(none(table)));
	expect(log).toHaveLength(1);
	for (const table of domain.tables)
		expect(added.get(table.id), table.id).toEqual((await countCells(domain, table, own)).plus(none(table)));
	await own.engine.close();
});
