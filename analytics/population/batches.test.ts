import { afterAll, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { GBAADRESOBJECTBUS } from '../microdata/tables/gbaadresobjectbus.ts';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { VEHTAB } from '../microdata/tables/vehtab.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import { batchesOf } from './batches.ts';
import type { Fact, Stage } from './fact.ts';

const engine = await openEngine({ readable: [], threads: 1 });
afterAll(() => engine.close());

const query = () => engine.db.selectFrom('nothing') as never;
const stage: Stage = { engine, year: 2023, members: 'members', has: () => true, rows: query, all: query };

/** A fact that asks some tables. */
function asking(name: string, ...tables: CbsTable[]) {
	const fact: Fact = {
		column: name,
		units: ['household'],
		values: ['yes', 'no'],
		needs: [],
		otherwise: null,
		find: (asked) => tables.map((table) => asked.rows(table, ['A'])).at(-1) ?? query()
	};
	return { fact, offset: 0, name };
}

const names = (batches: ReturnType<typeof batchesOf>) => batches.map((batch) => batch.map(({ name }) => name));
const address = { table: GBAADRESOBJECTBUS, offset: 0, columns: [], times: 1 };

it('finds facts that need nothing more first, and lets go of a table before it reads another', () => {
	const facts = [
		asking('both', INHATAB, VEHTAB),
		asking('wealth', VEHTAB),
		asking('moved', GBAADRESOBJECTBUS),
		asking('sex')
	];
	const found = batchesOf(stage, facts, 'household', [address], (some) => some.length);
	expect(names(found)).toEqual([
		['moved', 'sex'],
		['wealth', 'both']
	]);
});

it('joins so many sources at a time, each fact once', () => {
	const facts = Array.from({ length: 20 }, (_, i) => asking(`fact ${i}`, INHATAB));
	const found = names(batchesOf(stage, facts, 'household', [], (some) => some.length));
	expect(Math.max(...found.map((batch) => batch.length))).toBe(6);
	expect(found.flat()).toEqual(facts.map(({ name }) => name));
	expect(names(batchesOf(stage, facts, 'household', [], () => 1))).toHaveLength(1);
});

it('reads the units also when nothing is asked of them', () => {
	expect(batchesOf(stage, [], 'household', [], () => 0)).toEqual([[]]);
});
