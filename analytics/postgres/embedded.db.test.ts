import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from './embedded.ts';
import { readPostmaster } from './server.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'voorzicht-embedded-'));
	chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is shared, and stopped by the last who closes it', async () => {
	const [a, b] = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
	expect(a.port).toBe(b.port);
	await a.close();
	expect(readPostmaster(folder)?.ready).toBe(true);
	await b.close();
	expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
});

it('listens on this machine only, keeps commits durable and its passwords to itself', async () => {
	const server = await openEmbedded(folder);
	const client = new pg.Client({ connectionString: server.url('postgres') });
	await client.connect();
	const { rows } = await client.query<{ name: string; setting: string }>(
		`select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit',
			'full_page_writes', 'data_checksums', 'password_encryption', 'log_statement') order by name`
	);
	await client.end();
	const wrong = new pg.Client({
		host: '127.0.0.1',
		port: server.port,
		user: 'voorzicht_owner',
		password: 'x',
		database: 'postgres'
	});
	await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
	await server.close();
	expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
		data_checksums: 'on',
		fsync: 'on',
		full_page_writes: 'on',
		listen_addresses: '127.0.0.1',
		log_statement: 'none',
		password_encryption: 'scram-sha-256',
		synchronous_commit: 'on'
	});
	if (process.platform !== 'win32') expect(statSync(join(folder, 'credentials.json')).mode & 0o777).toBe(0o600);
});

it('finds the server that a killed process left behind, and starts again after a kill of the server', async () => {
	const script = `import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
		console.log((await openEmbedded(${JSON.stringify(folder)})).port); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [printed] = (await once(child.stdout, 'data')) as [Buffer];
	child.kill('SIGKILL');
	await once(child, 'exit');
	const reused = await openEmbedded(folder);
	expect(reused.port).toBe(Number(printed.toString()));

	process.kill(readPostmaster(folder)!.pid, 'SIGKILL');
	const again = await openEmbedded(folder);
	const client = new pg.Client({ connectionString: again.url('postgres') });
	await client.connect();
	await client.end();
	await again.close();
	await reused.close();
	expect(readPostmaster(folder)).toBeNull();
});
