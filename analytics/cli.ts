import { argv, cwd, env, exit, stderr, stdout } from 'node:process';
import { Command, CommanderError } from 'commander';
import { refuseTestSettings } from '#faults';
import { EntropyError } from 'diffprivlib-js';
import { version } from './version.ts';
import type { Answer, Context } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { terminalProgress } from './commands/progress.ts';
import { OutsideFaultError, VoorzichtError } from './errors.ts';

// The only reader of the command line, the environment and the clock. Maps every error to one exit code, once:
// 0 done, 2 wrong usage or invalid input, 3 quality gate failed, 4 budget refused, 5 outside fault, 1 a defect of ours.

const debug = argv.includes('--debug');
const json = argv.includes('--json');

const context: Context = {
	env,
	cwd: cwd(),
	now: () => new Date(),
	progress: terminalProgress(stderr, () => performance.now()),
	write: (text) => new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve()))),
	untilStopped: () =>
		new Promise((resolve) => {
			process.once('SIGINT', () => resolve());
			process.once('SIGTERM', () => resolve());
		})
};

const answer =
	<A extends unknown[]>(run: (...args: A) => Promise<Answer | null>) =>
	async (...args: A): Promise<void> => {
		const result = await run(...args);
		if (result === null) return;
		await context.write(json ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.text}\n`);
		process.exitCode = result.exitCode ?? 0;
	};

function program(): Command {
	const root = new Command('voorzicht')
		.description('Noise-protected risk indicators for poverty and debt, from CBS-style microdata to a dashboard.')
		.version(version)
		.exitOverride()
		.configureOutput({ outputError: () => {} })
		.showSuggestionAfterError(true);
	for (const register of commands) register(root, context, answer);
	for (const command of allCommands(root)) {
		const about = command.description().replaceAll('\n', ' ');
		// The list of commands shows the first sentence; the command's own help the whole.
		command.description(about).summary(about.replace(/\. .*$/, '.'));
		command.exitOverride().configureOutput({ outputError: () => {} });
		command.option('--json', 'print one JSON document on stdout and nothing else there');
		command.option('--debug', 'show a stack trace when something goes wrong');
	}
	return root;
}

function allCommands(command: Command): Command[] {
	return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

/** The exit code and the sentence for whatever went wrong. */
function explain(error: unknown): { code: number; message: string } {
	if (error instanceof VoorzichtError) return { code: error.exitCode, message: error.message };
	if (error instanceof CommanderError) {
		const help = error.exitCode === 0 || error.code === 'commander.help';
		return { code: help && error.exitCode === 0 ? 0 : 2, message: help ? '' : plain(error.message) };
	}
	if (error instanceof EntropyError)
		return { code: 5, message: `${error.message} Nothing was measured; what was charged stays charged.` };
	const fault = outsideFault(error);
	if (fault !== null) return { code: fault.exitCode, message: fault.message };
	return {
		code: 1,
		message: 'Something went wrong inside Voorzicht; this is a defect of ours. Run again with --debug to see where.'
	};
}

function plain(message: string): string {
	const text = message
		.replace(/^error: /, '')
		.split('\n')
		.join(' ')
		.trim();
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? '' : '.'} See voorzicht --help.`;
}

/** Faults of disk and network by their code; their own text may hold a path or an address, never a record. */
function outsideFault(error: unknown): OutsideFaultError | null {
	const code = (error as NodeJS.ErrnoException | null)?.code;
	const told: Record<string, string> = {
		ENOSPC: 'The disk is full. Free some space and run the command again.',
		EDQUOT: 'The disk quota is used up. Free some space and run the command again.',
		EACCES: 'A file or folder may not be read or written by this user. Give it the right permissions.',
		EPERM: 'A file or folder may not be read or written by this user. Give it the right permissions.',
		EROFS: 'The disk cannot be written to. Choose another folder.',
		EMFILE: 'Too many files are open on this machine. Close some programs and run the command again.',
		ECONNREFUSED: 'The database does not answer. Start it, or give another URL.'
	};
	const text = code === undefined ? undefined : told[code];
	return text === undefined ? null : new OutsideFaultError(text, { cause: error });
}

stdout.on('error', (error: NodeJS.ErrnoException) => {
	// A reader such as `head` may close the pipe early; that is its right.
	if (error.code === 'EPIPE') exit(0);
	throw error;
});

try {
	refuseTestSettings(env);
	await program().parseAsync(argv);
} catch (error) {
	const { code, message } = explain(error);
	if (message !== '') stderr.write(`voorzicht: ${message}\n`);
	if (debug && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
	process.exitCode = code;
}
