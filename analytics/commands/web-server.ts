import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutsideFaultError } from '../errors.ts';

const BUILD = join(import.meta.dirname, '..', '..', 'build', 'index.js');

/** What whoever runs the server behind a proxy tells it: its public address, where the proxy writes a visitor's, and a contact. */
const FROM_OUTSIDE = ['ORIGIN', 'ADDRESS_HEADER', 'XFF_DEPTH', 'PROTOCOL_HEADER', 'HOST_HEADER', 'SECURITY_CONTACT'];

/**
 * All that the web server's process gets to know: the address of published figures and its own, and of `outside` how a proxy
 * reaches it. It inherits nothing else, so that no path or credential of microdata or ledger can reach it.
 */
export function webEnvironment(
	databaseUrl: string,
	port: number,
	outside: Readonly<Record<string, string | undefined>> = {}
): Record<string, string> {
	const told = FROM_OUTSIDE.flatMap((name) => (outside[name] ? [[name, outside[name]] as const] : []));
	return {
		DATABASE_URL: databaseUrl,
		HOST: '127.0.0.1',
		PORT: String(port),
		ORIGIN: `http://localhost:${port}`,
		NODE_ENV: 'production',
		...Object.fromEntries(told)
	};
}

export interface WebServer {
	readonly url: string;
	readonly process: ChildProcess;
	stop(): Promise<void>;
}

/** @throws OutsideFaultError when another program has the port. */
export function requireFreePort(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', () =>
			reject(
				new OutsideFaultError(`Port ${port} is in use. Stop the other program, or choose another port with --port.`)
			)
		);
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
	});
}

/**
 * A page for a map reads thousands of rows and forgets them. In the room that Node leaves for what is new, one such query in eight
 * would meet a sweep of it, which takes longer than the query.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64'] as const;

/** Starts the built dashboard and waits until it answers. */
export async function startWebServer(databaseUrl: string, port: number): Promise<WebServer> {
	await requireFreePort(port);
	if (!existsSync(BUILD))
		throw new OutsideFaultError('The dashboard is not built yet. Run "npm run build" first, or use "npm start".');
	const child = spawn(process.execPath, [...SERVER_FLAGS, BUILD], {
		env: webEnvironment(databaseUrl, port, process.env),
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let complaint = '';
	child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-4000)));
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		const late = sleep(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
		await Promise.race([gone, late]);
	};
	const url = `http://localhost:${port}`;
	for (let attempt = 0; attempt < 200; attempt++) {
		if (child.exitCode !== null)
			throw new OutsideFaultError(
				complaint.includes('EADDRINUSE')
					? `Port ${port} is in use. Stop the other program, or choose another port with --port.`
					: 'The dashboard stopped while starting.'
			);
		if (await answers(`http://127.0.0.1:${port}/healthz`)) return { url, process: child, stop };
		await sleep(50);
	}
	await stop();
	throw new OutsideFaultError('The dashboard does not answer within ten seconds.');
}

async function answers(url: string): Promise<boolean> {
	try {
		await (await fetch(url, { signal: AbortSignal.timeout(2000) })).arrayBuffer();
		return true;
	} catch {
		return false;
	}
}
