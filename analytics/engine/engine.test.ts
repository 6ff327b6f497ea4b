import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryError, UnreadableDataError } from './engine-error.ts';
import { openEngine, type Engine, type WholeNumbers } from './engine.ts';
import { writeLookup } from './lookup.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-engine-'));
const inside = join(folder, 'inside.csv');
const outside = join(folder, 'outside.csv');
let engine: Engine;
beforeAll(async () => {
	writeFileSync(inside, 'a\nCANARY7\n');
	writeFileSync(outside, 'a\nCANARY7\n');
	engine = await openEngine({ readable: [inside], threads: 1 });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

const run = (query: ReturnType<typeof sql>) => query.execute(engine.db);

describe('openEngine', () => {
	it('reads the files it was given, and no other', async () => {
		expect((await run(sql`select * from read_csv(${inside})`)).rows).toEqual([{ a: 'CANARY7' }]);
		await expect(run(sql`select * from read_csv(${outside})`)).rejects.toThrow(/could not finish/);
	});

	it('writes nothing and cannot be opened up again', async () => {
		await run(sql`create table t as select 1 as a`);
		const copy = join(folder, 'copy.csv');
		await expect(run(sql`copy t to 'copy.csv'`)).rejects.toThrow();
		await expect(run(sql`attach 'copy.db'`)).rejects.toThrow();
		await expect(run(sql`set enable_external_access = true`)).rejects.toThrow();
		await expect(run(sql`install httpfs`)).rejects.toThrow();
		expect(existsSync(copy)).toBe(false);
	});

	it('never repeats a record value in an error', async () => {
		const faults = [
			sql`select cast(a as integer) from read_csv(${inside})`,
			sql`select strptime(a, '%Y') from read_csv(${inside})`,
			sql`select error(a) from read_csv(${inside})`,
			sql`select cast(a as integer) from read_csv(${outside})`
		];
		for (const fault of faults) {
			const error: Error = await run(fault).then(
				() => expect.fail('no error'),
				(e: Error) => e
			);
			expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain('CANARY7');
		}
	});
});

describe('memory', () => {
	const setting = async (one: Engine) =>
		(await sql<{ bytes: string }>`select current_setting('memory_limit') as bytes`.execute(one.db)).rows[0]!.bytes;

	it('leaves a part of the machine to others whoever opens the engine', async () => {
		const [number, unit] = (await setting(engine)).split(' ');
		expect(unit).toMatch(/^[MG]iB$/);
		expect(Number(number) * (unit === 'GiB' ? 1 : 2 ** -10)).toBeLessThan(totalmem() / 2 ** 30);
	});

	it('says in plain words that records do not fit, and blames no file', async () => {
		const small = await openEngine({ readable: [], threads: 1, memoryLimit: '20MB' });
		try {
			expect(await setting(small)).toBe('19.0 MiB');
			const rows = sql`create table big as select i, hash(i) as h from range(5000000) as rows(i)`.execute(small.db);
			const error: unknown = await rows.catch((fault: unknown) => fault);
			expect(error).toBeInstanceOf(MemoryError);
			expect(error).not.toBeInstanceOf(UnreadableDataError);
			expect(error).toHaveProperty('message', expect.stringMatching(/do not fit in the memory .* Use a machine/));
		} finally {
			await small.close();
		}
	});
});

describe('scan', () => {
	it('hands over whole numbers by columns, over several chunks', async () => {
		await writeLookup(
			engine,
			'numbers',
			Array.from({ length: 5000 }, (_, i) => [i, i % 3] as const)
		);
		const seen = new Map<number, number>();
		let chunks = 0;
		const query = engine.db.selectFrom('numbers').select(['key', 'value']);
		await engine.scan(query, ([key, value]: readonly WholeNumbers[], rows) => {
			chunks++;
			for (let i = 0; i < rows; i++) seen.set(Number(key![i]), Number(value![i]));
		});
		expect(chunks).toBeGreaterThan(1);
		expect(seen.size).toBe(5000);
		expect([...seen].every(([key, value]) => value === key % 3)).toBe(true);
	});

	it('keeps the first value of a key that a lookup gives twice', async () => {
		await writeLookup(engine, 'twice', [
			['a', 1],
			['a', 2]
		]);
		expect(await engine.db.selectFrom('twice').selectAll().execute()).toEqual([{ key: 'a', value: 1 }]);
	});
});
