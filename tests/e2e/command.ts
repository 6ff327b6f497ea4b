import { spawn } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..', '..', 'analytics', 'cli.ts');

/** Runs one of the product's own commands, and fails with what it said unless it ends well. */
export async function voorzicht(...args: string[]): Promise<void> {
	const { child, said } = start(args);
	const code = await new Promise((resolve) => child.once('exit', resolve));
	if (code !== 0) throw new Error(`voorzicht ${args[0]} ended with ${String(code)}:\n${said()}`);
}

/** Serves the dashboard; the answer stops it. `outside` is added to what the command finds in its environment. */
export async function serve(
	database: string,
	port: number,
	outside: Readonly<Record<string, string>> = {}
): Promise<() => Promise<void>> {
	const { child, said } = start(['serve', '--database', database, '--port', String(port)], outside);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		child.stderr.on('data', () => said().includes('The dashboard is on') && resolve());
		void gone.then(() => reject(new Error(`the dashboard stopped:\n${said()}`)));
	});
	return async () => {
		child.kill('SIGTERM');
		await gone;
	};
}

function start(args: readonly string[], outside: Readonly<Record<string, string>> = {}) {
	const env = { ...process.env, ...outside };
	const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	return { child, said: () => said };
}
