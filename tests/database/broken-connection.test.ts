import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webPool } from '../../src/lib/server/web-pool.ts';
import { freshDatabase } from './fresh.ts';

// A database that stops while it is asked something ends the question, and not the web server.

let owner: pg.Client;
let pool: pg.Pool;
beforeAll(async () => {
	const url = await freshDatabase();
	owner = new pg.Client({ connectionString: url });
	await owner.connect();
	pool = webPool(url);
});
afterAll(async () => {
	await pool.end();
	await owner.end();
});

it('a connection that breaks in use ends its question, and the next question gets another', async () => {
	// As Kysely does: a pool that asks by itself would listen to what breaks.
	const client = await pool.connect();
	const ended = new Promise<void>((resolve) => client.once('end', resolve));
	const asked = client.query("select pg_sleep(60), 'asked'").then(
		() => 'answered',
		() => 'broken'
	);
	const broken = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%''asked''%' and pid <> pg_backend_pid()`;
	while ((await owner.query(broken)).rowCount === 0);
	const outcome = await asked;
	await ended;
	client.release(true);
	expect(outcome).toBe('broken');
	expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
