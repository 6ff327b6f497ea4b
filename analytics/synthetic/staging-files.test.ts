import { mkdtempSync, truncateSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStagingFiles, stagedRows } from './staging-files.ts';
import { BATCH, stagedColumns, stagedTables } from './staging-layout.ts';
import { Chosen } from './tables/chosen.ts';

const folder = mkdtempSync(join(tmpdir(), 'staging-'));
afterAll(() => rm(folder, { recursive: true }));

/** Stages deaths of persons 0 ... n - 1, dated back from 0. */
function staged(rows: number): string {
	const part = mkdtempSync(join(folder, 'part-'));
	const staging = openStagingFiles(part, 2023, 2023);
	for (let i = 0; i < rows; i++) staging.death.row(i, -i);
	staging.close();
	return part;
}

describe('staging files', () => {
	it.each([0, 1, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH + 5])('give %i rows back in their order', (rows) => {
		const persons: number[] = [];
		const dates: number[] = [];
		for (const batch of stagedRows(staged(rows), 'death')) {
			expect(batch.columns.map(({ length }) => length)).toEqual([batch.rows, batch.rows]);
			persons.push(...batch.columns[0]!);
			dates.push(...batch.columns[1]!);
		}
		expect(persons).toEqual(Array.from({ length: rows }, (_, i) => i));
		expect(dates).toEqual(persons.map((person) => 0 - person));
	});

	it('know the columns of every table, of states by year too', () => {
		const tables = stagedTables(2022, 2023);
		expect([...tables.keys()].filter((table) => table.startsWith('member'))).toEqual(['member_2022', 'member_2023']);
		for (const [table, columns] of tables) expect(stagedColumns(table), table).toEqual(columns);
	});

	it('that lose bytes while they are read are not taken for shorter ones', () => {
		const part = staged(3 * BATCH);
		const reading = stagedRows(part, 'death');
		reading.next();
		truncateSync(join(part, 'death.int32'), 8 * BATCH + 100);
		expect(() => reading.next()).toThrow(/shorter/);
	});
});

describe('rows that meet a condition', () => {
	it('are gathered from every column, batch by batch', () => {
		const where = { sql: '', columns: ['person'], holds: (person: number) => person % 1000 === 7 };
		const chosen = new Chosen(stagedColumns('death'), where);
		const found: [number, number][] = [];
		for (const batch of stagedRows(staged(3 * BATCH), 'death')) {
			chosen.take(batch);
			const { rows, column } = chosen;
			for (let i = 0; i < rows; i++) found.push([column('person')[i]!, column('date')[i]!]);
		}
		expect(found).toEqual([7, 1007, 2007, 3007, 4007, 5007, 6007].map((person) => [person, -person]));
	});

	it('are all rows without one', () => {
		const chosen = new Chosen(stagedColumns('death'), undefined);
		for (const batch of stagedRows(staged(5), 'death')) chosen.take(batch);
		expect([...chosen.column('date')]).toEqual([-0, -1, -2, -3, -4].map((date) => date | 0));
	});
});
