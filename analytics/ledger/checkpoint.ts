import { open, readFile, rename } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { OutsideFaultError } from '../errors.ts';
import { GENESIS, type Head } from './entry.ts';

/** The last entry, written outside the database: a restored older database, or another copy, does not agree with it. */
export async function readCheckpoint(file: string): Promise<Head | null> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw new OutsideFaultError(`The checkpoint ${file} of the ledger cannot be read.`, { cause: error });
	}
	const head = parse(text);
	if (head === null)
		throw new OutsideFaultError(`The checkpoint ${file} of the ledger is damaged. Restore it from a backup.`);
	return head;
}

function parse(text: string): Head | null {
	try {
		const { entry, hash } = JSON.parse(text) as { entry?: unknown; hash?: unknown };
		return Number.isSafeInteger(entry) &&
			(entry as number) >= 0 &&
			typeof hash === 'string' &&
			/^[0-9a-f]{64}$/.test(hash)
			? { number: entry as number, hash }
			: null;
	} catch {
		return null;
	}
}

/** Whole or not at all, and on the disk before it counts. */
export async function writeCheckpoint(path: string, head: Head): Promise<void> {
	const draft = `${path}.new`;
	try {
		const file = await open(draft, 'w', 0o600);
		try {
			await file.writeFile(`${JSON.stringify({ entry: head.number, hash: head.hash })}\n`);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, path);
	} catch (error) {
		throw new OutsideFaultError(
			`The checkpoint ${path} of the ledger cannot be written. What was charged stays charged; make the place writable before the next try.`,
			{ cause: error }
		);
	}
}

/** A sentence when the database does not hold what the checkpoint saw, else null. */
export async function checkpointProblem(client: ClientBase, head: Head): Promise<string | null> {
	if (head.number === 0) return head.hash === GENESIS ? null : 'the checkpoint is not of a ledger';
	const { rows } = await client.query<{ hash: string }>('select hash from ledger.entry where number = $1', [
		head.number
	]);
	if (rows[0] === undefined) return `the ledger ends before entry ${head.number}, which its checkpoint has seen`;
	return rows[0].hash === head.hash ? null : `entry ${head.number} is not the one that the checkpoint has seen`;
}
