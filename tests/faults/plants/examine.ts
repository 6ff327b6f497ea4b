import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshFolder, type Grounds } from '../grounds.ts';
import { ROOT } from '../program.ts';
import type { Edit, Plant } from './plants.ts';

export interface Examined {
	/** What did not hold, in words; null when everything did. */
	readonly red: string | null;
}

/** What is copied: the program, what it stands on, and the exam itself. */
const COPIED = ['analytics', 'migrations', 'tests/faults', 'package.json'];
const PATIENCE = 60_000;

/** A copy of the ledger in which one fault after the other is planted, so that only what differs is compiled anew. */
export class Bed {
	readonly #root: string;
	readonly #grounds: Grounds;

	constructor(grounds: Grounds) {
		this.#grounds = grounds;
		this.#root = freshFolder(grounds, 'plant');
		mkdirSync(join(this.#root, 'tests'));
		for (const path of COPIED) cpSync(join(ROOT, path), join(this.#root, path), { recursive: true });
		symlinkSync(join(ROOT, 'node_modules'), join(this.#root, 'node_modules'), 'junction');
		writeFileSync(join(this.#root, 'tests/faults/injected.ts'), `export * from './plants/probe.ts';\n`);
	}

	/** Examines the copy with a fault planted in it. */
	async examine({ edits }: Plant): Promise<Examined> {
		const files = [...new Set(edits.map(({ file }) => file))];
		try {
			for (const edit of edits) apply(this.#root, edit);
			return await exam(this.#root, this.#grounds);
		} finally {
			for (const file of files) cpSync(join(ROOT, file), join(this.#root, file));
		}
	}
}

/** @throws Error when the text does not stand there exactly once: then the plant has to be written anew. */
function apply(root: string, { file, from, to }: Edit): void {
	const path = join(root, file);
	const parts = readFileSync(path, 'utf8').split(from);
	if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}`);
	writeFileSync(path, parts.join(to));
}

function exam(root: string, grounds: Grounds): Promise<Examined> {
	return new Promise((resolve, reject) => {
		const script = join(root, 'tests/faults/plants/exam.ts');
		const words = ['--conditions=voorzicht-test', script, grounds.url('postgres'), freshFolder(grounds, 'exam')];
		const child = spawn(process.execPath, words, {
			env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(tmpdir(), 'voorzicht-test-compiled') },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let told = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
		// A fault may make the ledger wait for ever, which is red as well.
		const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
		child.once('error', reject);
		child.once('close', (code) => {
			clearTimeout(impatient);
			// A copy that does not even start shows nothing.
			if (/SyntaxError|ERR_INVALID_TYPESCRIPT|ERR_MODULE_NOT_FOUND/.test(told)) reject(new Error(told));
			resolve({ red: code === 0 ? null : told.trim() || 'it never ended' });
		});
	});
}
