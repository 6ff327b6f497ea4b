import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** URL of a new, empty database in the run's throw-away server. */
export async function freshDatabase(): Promise<string> {
	const cluster = inject('cluster');
	const name = `voorzicht_test_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: cluster });
	await admin.connect();
	await admin.query(`create database ${name}`);
	await admin.end();
	const url = new URL(cluster);
	url.pathname = `/${name}`;
	return url.href;
}

/** URL of a copy of a database as it stands: what a backup of it would be. Nobody may be connected to it. */
export async function copyDatabase(original: string): Promise<string> {
	const cluster = inject('cluster');
	const name = `voorzicht_test_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: cluster });
	await admin.connect();
	await admin.query(`create database ${name} template ${new URL(original).pathname.slice(1)}`);
	await admin.end();
	const url = new URL(cluster);
	url.pathname = `/${name}`;
	return url.href;
}
