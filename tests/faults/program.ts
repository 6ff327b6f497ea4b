import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiled code is kept between the many processes of a run. */
const COMPILED = join(tmpdir(), 'voorzicht-test-compiled');
export const ROOT = join(import.meta.dirname, '..', '..');

export interface Ended {
	/** Exit code; null when a signal ended it. */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Running {
	readonly child: ChildProcess;
	readonly ended: Promise<Ended>;
	/** Resolves when this has been written to stdout or stderr; rejects when it ends before. */
	told(text: string): Promise<void>;
	/** All lines of stdout so far. */
	lines(): string[];
}

export interface Start {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Options of Node itself, such as --import. */
	readonly node?: readonly string[];
	/** The test build, with these settings of it. */
	readonly faults?: Faults;
	/** Words of a shell that come before the command, such as a limit. */
	readonly shell?: string;
}

export interface Faults {
	readonly failpoint?: string;
	readonly action?: 'kill' | 'throw' | 'wait';
	readonly trace?: string;
}

/** Starts a program of this project as a process of its own. */
export function start(script: string, args: readonly string[], options: Start = {}): Running {
	const { cwd = ROOT, env = {}, node = [], faults, shell } = options;
	const words = [
		...node,
		...(faults === undefined ? [] : ['--conditions=voorzicht-test']),
		join(ROOT, script),
		...args
	];
	const settings = {
		cwd,
		env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...settingsOf(faults), ...env },
		stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe']
	};
	const child =
		shell === undefined
			? spawn(process.execPath, words, settings)
			: spawn('sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...words], settings);
	return watched(child);
}

export function run(script: string, args: readonly string[], options: Start = {}): Promise<Ended> {
	return start(script, args, options).ended;
}

function settingsOf(faults: Faults | undefined): Record<string, string> {
	if (faults === undefined) return {};
	const { failpoint, action, trace } = faults;
	return {
		VOORZICHT_TEST_BUILD: 'yes',
		...(failpoint === undefined ? {} : { VOORZICHT_TEST_FAILPOINT: failpoint }),
		...(action === undefined ? {} : { VOORZICHT_TEST_ACTION: action }),
		...(trace === undefined ? {} : { VOORZICHT_TEST_TRACE: trace })
	};
}

function watched(child: ChildProcess): Running {
	let [stdout, stderr, over] = ['', '', false];
	const waiting = new Set<() => void>();
	const look = () => waiting.forEach((one) => one());
	child.stdout!.on('data', (chunk: Buffer) => ((stdout += chunk.toString()), look()));
	child.stderr!.on('data', (chunk: Buffer) => ((stderr += chunk.toString()), look()));
	const ended = new Promise<Ended>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			over = true;
			look();
			resolve({ code, signal, stdout, stderr });
		});
	});
	const told = (text: string) =>
		new Promise<void>((resolve, reject) => {
			const check = () => {
				if (stdout.includes(text) || stderr.includes(text)) resolve();
				else if (over) reject(new Error(`it ended without saying "${text}": ${stderr.slice(-400)}`));
				else return;
				waiting.delete(check);
			};
			waiting.add(check);
			check();
		});
	return { child, ended, told, lines: () => stdout.split('\n').slice(0, -1) };
}
