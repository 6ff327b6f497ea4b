import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Run {
	/** Exit code; null when a signal ended it. */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Compiled code is kept between the many processes of a run, which halves their time. */
const COMPILED = join(tmpdir(), 'voorzicht-test-compiled');
const CLI = join(import.meta.dirname, '..', '..', 'analytics', 'cli.ts');

/** Runs the command line as a user does: a process of its own, in a folder of its own. */
export function voorzicht(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Run> {
	return finished(started(args, cwd, env));
}

/** Runs a command and sends a signal as soon as it has written `line` to stderr. */
export function stoppedAt(line: string, signal: NodeJS.Signals, args: readonly string[], cwd: string): Promise<Run> {
	const child = started(args, cwd, {});
	let told = '';
	child.stderr.on('data', (chunk: Buffer) => {
		told += chunk.toString();
		if (told.includes(line)) child.kill(signal);
	});
	return finished(child);
}

function started(args: readonly string[], cwd: string, env: Record<string, string>) {
	return spawn(process.execPath, [CLI, ...args], {
		cwd,
		env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

function finished(child: ReturnType<typeof started>): Promise<Run> {
	return new Promise((resolve, reject) => {
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.once('error', reject);
		child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
	});
}
