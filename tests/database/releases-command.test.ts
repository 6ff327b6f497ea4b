import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import { Workplace } from './workplace.ts';

// One person stores a draft, another one looks at it and publishes it: on the command line.

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
	const measured = await place.run('measure', 'good.yaml', '--out', 'bundle');
	expect(measured.code, measured.stderr).toBe(0);
});
afterAll(() => place.close());

const json = async (...args: string[]) => {
	const { code, stdout, stderr } = await place.run(...args, '--json');
	expect(code, stderr).toBe(0);
	return JSON.parse(stdout) as unknown;
};

async function seen(): Promise<number> {
	const client = new pg.Client({ connectionString: place.database });
	await client.connect();
	const { rowCount } = await client.query('select from published.figure');
	await client.end();
	return rowCount!;
}

it('a draft is checked and published step by step, and seen after the last one', async () => {
	expect((await place.run('releases', 'list')).stdout).toBe('There is no release yet.\n');
	const drafted = await place.run('publish', 'bundle', '--draft');
	expect(drafted.stdout).toContain('Stored as draft 1: small, 2023, version 1');
	expect(await json('releases', 'list')).toMatchObject({ releases: [{ id: 1, state: 'draft', period: '2023' }] });
	const early = await place.run('releases', 'publish', '1');
	expect([early.code, early.stdout]).toEqual([2, '']);
	expect(early.stderr).toContain('Release 1 is draft; only a release that is checked can become published');
	expect(await json('releases', 'check', '1')).toMatchObject({ releases: [{ state: 'checked' }] });
	expect(await seen()).toBe(0);
	expect((await place.run('releases', 'publish', '1')).stdout).toMatch(/small +2023 +1 +published +final/);
	expect(await seen()).toBeGreaterThan(0);
	expect(await json('publish', 'bundle', '--draft')).toMatchObject({ already: true, state: 'published', version: 1 });
});

it.each([
	[['releases', 'check', '99'], 'There is no release 99'],
	[['releases', 'publish', 'one'], 'A release is named by its number'],
	[['releases', 'check', '1'], 'only a release that is draft can become checked']
])('%s is refused', async (args, told) => {
	const { code, stdout, stderr } = await place.run(...args);
	expect([code, stdout]).toEqual([2, '']);
	expect(stderr).toContain(told);
});
