import type pg from 'pg';
import { expect, it, vi } from 'vitest';
import { named, namer } from './named-statements.ts';

interface Asked {
	readonly name?: string;
	readonly text: string;
	readonly values: unknown[];
}

function connection(answer: (asked: Asked) => Promise<unknown> = async () => ({ rows: [] })) {
	const asked: Asked[] = [];
	const query = vi.fn((question: Asked) => {
		asked.push(question);
		return answer(question);
	});
	const client = named({ query, release: vi.fn() } as unknown as pg.PoolClient, namer(2));
	return { asked, client };
}

const fault = (code: string) => Object.assign(new Error('refused'), { code });

it('gives one text one name, in every process, and another text another', async () => {
	const { asked, client } = connection();
	await client.query('select $1', [1]);
	await client.query('select $1', [2]);
	await client.query('select $1, 1', [3]);
	const [one, two, three] = asked;
	expect(one!.name).toBe(two!.name);
	expect(three!.name).not.toBe(one!.name);
	expect(namer(1)('select $1')).toBe(one!.name);
	expect(asked.map(({ values }) => values)).toEqual([[1], [2], [3]]);
});

it('names no more texts than it may, and still asks the others', async () => {
	const { asked, client } = connection();
	for (const text of ['select 1', 'select 2', 'select 3', 'select 1']) await client.query(text, []);
	expect(asked.map(({ name }) => name !== undefined)).toEqual([true, true, false, true]);
});

it.each(['0A000', '26000', '42P05'])('asks again without a name when the database answers %s', async (code) => {
	const { asked, client } = connection(({ name }) =>
		name === undefined ? Promise.resolve({ rows: [{ one: 1 }] }) : Promise.reject(fault(code))
	);
	for (let i = 0; i < 2; i++) expect((await client.query('select 1 as one', [])).rows).toEqual([{ one: 1 }]);
	// Once is enough to know.
	expect(asked.map(({ name }) => name !== undefined)).toEqual([true, false, false]);
});

it('passes on any other fault, and asks once', async () => {
	const { asked, client } = connection(() => Promise.reject(fault('57014')));
	await expect(client.query('select pg_sleep(60)', [])).rejects.toThrow('refused');
	expect(asked).toHaveLength(1);
});
