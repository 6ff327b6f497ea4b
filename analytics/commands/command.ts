import type { Command } from 'commander';
import type { Progress } from './progress.ts';

/** What a command may know of the world outside; `cli.ts` fills it in. */
export interface Context {
	/** Settings by name: VOORZICHT_DATABASE, VOORZICHT_LEDGER. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	readonly now: () => Date;
	/** Progress and log lines go to stderr; stdout holds the answer only. */
	readonly progress: Progress;
	/** Writes raw text to stdout: for answers that are too large to hold. */
	readonly write: (text: string) => Promise<void>;
	/** From this call on, a request to stop does not end the process at once but resolves the promise. */
	readonly untilStopped: () => Promise<void>;
}

/** What a command answers: one JSON document, and the same in words. */
export interface Answer {
	readonly json: unknown;
	readonly text: string;
	/** 0 unless the answer itself is a refusal, such as a failed gate. */
	readonly exitCode?: number;
}

/** Adds one command to the program. `answer` prints what the command returns. */
export type Register = (
	program: Command,
	context: Context,
	answer: <A extends unknown[]>(run: (...args: A) => Promise<Answer | null>) => (...args: A) => Promise<void>
) => void;
