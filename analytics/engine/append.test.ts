import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHUNK_ROWS, type ColumnChunk } from './append.ts';
import { openEngine, type Engine, type NewColumn } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
	engine = await openEngine({ readable: [], threads: 1 });
});
afterAll(() => engine.close());

const columns: NewColumn[] = [
	{ name: 'number', type: 'double precision' },
	{ name: 'text', type: 'text' }
];

type Row = readonly [number | null, string];

function chunkOf(rows: readonly Row[]): ColumnChunk {
	const valid = new BigUint64Array(Math.ceil(rows.length / 64));
	const short = new BigInt64Array(2 * rows.length);
	const bytes = Buffer.from(short.buffer);
	const long: [number, string][] = [];
	for (const [i, [number, text]] of rows.entries()) {
		if (number !== null) valid[i >> 6]! |= 1n << BigInt(i & 63);
		const length = Buffer.byteLength(text);
		if (length > 12) long.push([i, text]);
		else bytes.writeInt32LE(bytes.write(text, 16 * i + 4, 'utf8'), 16 * i);
	}
	return {
		rows: rows.length,
		columns: [
			{ numbers: Float64Array.from(rows, ([n]) => n ?? 7), valid },
			{ short, long }
		]
	};
}

async function* chunks(...all: (readonly Row[])[]): AsyncGenerator<ColumnChunk> {
	for (const rows of all) yield chunkOf(rows);
}

it('appends numbers and texts of any length, in order', async () => {
	const texts = ['', 'é', 'twelve bytes', 'thirteen byte', `${'long '.repeat(100)}€`];
	const rows = Array.from({ length: 3 * CHUNK_ROWS - 5 }, (_, i): Row => [i % 3 === 0 ? null : i / 2, texts[i % 5]!]);
	const parts = [0, 1, 2].map((part) => rows.slice(part * CHUNK_ROWS, (part + 1) * CHUNK_ROWS));
	await engine.append('many', columns, chunks(...parts));
	const read = await engine.db.selectFrom('many').selectAll().execute();
	expect(read.map(({ number, text }) => [number, text])).toEqual(rows);
	const found = await engine.db.selectFrom('many').select('number').where('text', '=', 'twelve bytes').execute();
	expect(found).toHaveLength(rows.filter(([, text]) => text === 'twelve bytes').length);
});

it('leaves no relation when the chunks fail', async () => {
	async function* failing() {
		yield* chunks([[1, 'a']]);
		throw new Error('no more');
	}
	await expect(engine.append('few', columns, failing())).rejects.toThrow(/^no more$/);
	await expect(engine.db.selectFrom('few').selectAll().execute()).rejects.toThrow();
	await engine.append('few', columns, chunks([[2, 'b']]));
	expect(await engine.db.selectFrom('few').selectAll().execute()).toEqual([{ number: 2, text: 'b' }]);
});
