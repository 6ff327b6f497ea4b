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

/** Examines a copy of the ledger, with a fault planted in it or without. */
export async function examine(grounds: Grounds, { edits }: Plant): Promise<Examined> {
	const root = copy(grounds);
	for (const edit of edits) apply(root, edit);
	return exam(root, grounds);
}

function copy(grounds: Grounds): string {
	const root = freshFolder(grounds, 'plant');
	mkdirSync(join(root, 'tests'));
	for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
	writeFileSync(join(root, 'tests/faults/injected.ts'), `export * from './plants/probe.ts';\n`);
	return root;
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
			resolve({ red: code === 0 ? null : told.trim() || 'it never ended' });
		});
	});
}
