import { spawn, spawnSync } from 'node:child_process';
import {
	chownSync,
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutsideFaultError } from '../errors.ts';
import { checkReachable, findBinaries, serverAccount } from './binaries.ts';
import { OWNER } from './credentials.ts';

/** Everything that decides whether an acknowledged commit survives a power cut. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const VOLATILE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Statements, parameters and details may hold values, so the server's log gets none of them. */
const SETTINGS = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '100',
	password_encryption: 'scram-sha-256',
	log_error_verbosity: 'terse',
	log_min_error_statement: 'panic',
	log_statement: 'none',
	log_parameter_max_length: '0',
	log_parameter_max_length_on_error: '0',
	log_checkpoints: 'off',
	timezone: 'UTC',
	shared_buffers: '512MB',
	max_wal_size: '1GB'
};

/**
 * What the server gets of the environment. Not the rest: it holds the keys of ledger and signature, and whoever may run programs on the
 * server, or look at its processes, would read them.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
	const names = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP'];
	return Object.fromEntries(
		names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
	);
}

/** Makes the data folder once; of two processes that do so together, the first one's stays. */
export function initialise(folder: string, ownerPassword: string, durable: boolean): void {
	const data = join(folder, 'data');
	if (existsSync(data)) return;
	const account = serverAccount();
	const { initdb } = findBinaries();
	for (const place of [folder, dirname(initdb)]) checkReachable(place, account);
	const draft = mkdtempSync(join(folder, 'new-'));
	const password = join(draft, 'password');
	try {
		mkdirSync(join(draft, 'data'), { mode: 0o700 });
		writeFileSync(password, `${ownerPassword}\n`, { mode: 0o600 });
		if (account.uid !== undefined)
			for (const path of [draft, join(draft, 'data'), password]) chownSync(path, account.uid, account.uid);
		const options = [
			'--encoding=UTF8',
			'--locale=C',
			'--auth=scram-sha-256',
			'--data-checksums',
			...(durable ? [] : ['--no-sync'])
		];
		const made = spawnSync(initdb, ['-D', join(draft, 'data'), '-U', OWNER, `--pwfile=${password}`, ...options], {
			...account,
			cwd: draft,
			env: serverEnvironment(),
			stdio: 'ignore'
		});
		if (made.status !== 0)
			throw new OutsideFaultError(
				`The database in ${folder} cannot be made (initdb ended with ${made.error === undefined ? made.status : 'a start error'}). Check that the disk has room and that the folder may be written.`
			);
		if (!existsSync(data)) renameSync(join(draft, 'data'), data);
	} catch (error) {
		if (!existsSync(data)) throw error;
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
}

export interface Postmaster {
	readonly pid: number;
	readonly port: number;
	readonly ready: boolean;
}

/** What the server that has the data folder says of itself, or null. Not proof that it is alive. */
export function readPostmaster(folder: string): Postmaster | null {
	try {
		const lines = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
		const [pid, port] = [Number(lines[0]), Number(lines[3])];
		return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
	} catch {
		return null;
	}
}

/**
 * Starts the server and waits until it is ready. It leads its own process group: the Ctrl-C that stops a command must not
 * stop the server before the command has finished with it.
 * @returns false when it did not come up: another process got the folder or the port first, or its last owner is just gone.
 */
export async function startServer(folder: string, durable: boolean): Promise<boolean> {
	const account = serverAccount();
	const { postgres } = findBinaries();
	const data = join(folder, 'data');
	const settings = { ...SETTINGS, ...(durable ? DURABLE : VOLATILE), port: String(await freePort()) };
	const log = openSync(join(folder, 'server.log'), 'a', 0o600);
	const child = spawn(
		postgres,
		['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
		{
			...account,
			cwd: data,
			env: serverEnvironment(),
			detached: true,
			stdio: ['ignore', log, log],
			windowsHide: true
		}
	);
	closeSync(log);
	const { promise: ended, resolve: end } = Promise.withResolvers<false>();
	child.once('exit', () => end(false));
	child.once('error', () => end(false));
	const ready = untilReady(folder, () => child.pid);
	const up = await Promise.race([ended, ready.promise]);
	ready.stop();
	child.unref();
	return up;
}

function untilReady(folder: string, pid: () => number | undefined) {
	let watching = true;
	const promise = (async () => {
		for (let waited = 0; watching && waited < 60_000; waited += 15) {
			const postmaster = readPostmaster(folder);
			if (postmaster?.ready === true && postmaster.pid === pid()) return true;
			await sleep(15);
		}
		return false;
	})();
	return { promise, stop: () => (watching = false) };
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(folder: string, { pid }: Postmaster): Promise<void> {
	if (process.platform === 'win32')
		spawnSync(findBinaries().pgCtl, ['stop', '-D', join(folder, 'data'), '-m', 'fast'], {
			env: serverEnvironment(),
			stdio: 'ignore'
		});
	else process.kill(pid, 'SIGINT');
	for (let waited = 0; waited < 30_000 && readPostmaster(folder)?.pid === pid; waited += 15) await sleep(15);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}
