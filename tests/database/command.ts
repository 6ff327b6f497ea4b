import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Run {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

const CLI = join(import.meta.dirname, '..', '..', 'analytics', 'cli.ts');

/** Runs the command line as a user does: a process of its own, in a folder of its own. */
export function voorzicht(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Run> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [CLI, ...args], {
			cwd,
			env: { PATH: process.env.PATH, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, stdout, stderr }));
	});
}
