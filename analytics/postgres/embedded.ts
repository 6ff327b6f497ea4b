import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OutsideFaultError } from '../errors.ts';
import { credentialsOf, OWNER, type Credentials } from './credentials.ts';
import { initialise, readPostmaster, startServer, stopServer } from './server.ts';

/** Every user of an embedded server shares this lock for as long as it may need the server. */
const LEASE = 7_261_934_001;
const ATTEMPTS = 40;

/** A held connection must not keep a process alive that has nothing left to do; the driver's types lack these two. */
type Lease = pg.Client & { ref(): void; unref(): void };

export interface EmbeddedServer {
	readonly port: number;
	readonly credentials: Credentials;
	url(database: string): string;
	/** Gives up the lease. */
	close(): Promise<void>;
}

/**
 * Uses the PostgreSQL in a folder, making and starting it where needed. Processes share it: each holds a shared lock, and
 * who closes last (nobody else holds the lock, nobody else is connected) stops the server. A process that was killed leaves
 * the server running; the next one finds it and uses it.
 */
export async function openEmbedded(folder: string, durable = true): Promise<EmbeddedServer> {
	makeFolder(folder);
	const credentials = credentialsOf(folder);
	initialise(folder, credentials.owner, durable);
	const { lease, port } = await obtainLease(folder, credentials, durable);
	return {
		port,
		credentials,
		url: (database) => `postgres://${OWNER}:${credentials.owner}@127.0.0.1:${port}/${database}`,
		close: () => giveUp(folder, lease)
	};
}

/** Others may pass through, for a server that runs as another user, but not look around. */
function makeFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o755 });
	} catch (error) {
		throw new OutsideFaultError(`The folder ${folder} cannot be made. Check its place and the rights on it.`, {
			cause: error
		});
	}
}

async function obtainLease(folder: string, credentials: Credentials, durable: boolean) {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const postmaster = readPostmaster(folder);
		if (postmaster !== null) {
			const lease = await connect(folder, postmaster.port, credentials.owner);
			if (lease !== null) return { lease, port: postmaster.port };
		}
		// A stale file of a killed server is no obstacle: the server itself checks it. A living one that starts or stops is.
		if (!(await startServer(folder, durable))) await sleep(100);
	}
	throw new OutsideFaultError(
		`The database in ${folder} does not start; see ${join(folder, 'server.log')}. If its disk is full, make room and try again.`
	);
}

/** A connection that holds the lease, or null when this port is not, or no longer, the folder's server. */
async function connect(folder: string, port: number, password: string): Promise<Lease | null> {
	const client = new pg.Client({
		host: '127.0.0.1',
		port,
		user: OWNER,
		password,
		database: 'postgres',
		application_name: 'voorzicht lease',
		connectionTimeoutMillis: 5000
	}) as Lease;
	client.on('error', () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ data: string }>("select current_setting('data_directory') as data");
		if (!sameFolder(rows[0]?.data, join(folder, 'data'))) throw new Error('another server');
		await client.query('select pg_advisory_lock_shared($1)', [LEASE]);
		client.unref();
		return client;
	} catch {
		await client.end().catch(() => undefined);
		return null;
	}
}

function sameFolder(a: string | undefined, b: string): boolean {
	return a !== undefined && existsSync(a) && realpathSync(a) === realpathSync(b);
}

/** Connections that were closed just now take a moment to go; one that stays is somebody's who works without the lease. */
async function isAlone(lease: Lease): Promise<boolean> {
	for (let attempt = 0; attempt < 20; attempt++) {
		const { rowCount } = await lease.query(
			`select from pg_stat_activity
			where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> 'voorzicht lease'`
		);
		if (rowCount === 0) return true;
		await sleep(50);
	}
	return false;
}

/** Whoever can take the lock for itself is the last; newcomers wait for the lock until the server is gone, and start it again. */
async function giveUp(folder: string, lease: Lease): Promise<void> {
	try {
		lease.ref();
		await lease.query('select pg_advisory_unlock_shared($1)', [LEASE]);
		const { rows } = await lease.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [LEASE]);
		const postmaster = readPostmaster(folder);
		if (rows[0]?.last === true && postmaster !== null && (await isAlone(lease))) await stopServer(folder, postmaster);
	} catch {
		// The server is gone already.
	} finally {
		await lease.end().catch(() => undefined);
	}
}
