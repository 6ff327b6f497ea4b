import type { ClientBase } from 'pg';
import { OutsideFaultError } from '../errors.ts';
import { checkpointProblem, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { Head } from './entry.ts';

/** One at a time may add to the chain, up to and including its checkpoint. */
const CHAIN_LOCK = 7_261_934_003;

/**
 * Adds to the chain: all of `work` or nothing, durable, and known outside the database before anybody gets to use it.
 * @throws OutsideFaultError when the database is behind the checkpoint, or the checkpoint cannot be read or written.
 */
export async function extendChain<H extends Head>(
	client: ClientBase,
	checkpoint: string | null,
	work: () => Promise<H>
): Promise<H> {
	await client.query('select pg_advisory_lock($1)', [CHAIN_LOCK]);
	try {
		if (checkpoint !== null) await requireCheckpoint(client, checkpoint);
		const head = await durably(client, work);
		if (checkpoint !== null) await writeCheckpoint(checkpoint, head);
		return head;
	} finally {
		await client.query('select pg_advisory_unlock($1)', [CHAIN_LOCK]).catch(() => undefined);
	}
}

async function requireCheckpoint(client: ClientBase, file: string): Promise<void> {
	const seen = await readCheckpoint(file);
	const problem = seen === null ? null : await checkpointProblem(client, seen);
	if (problem !== null)
		throw new OutsideFaultError(
			`The ledger refuses to charge: ${problem}. Was an older database restored? Put back the newest one; only if another budget is meant to begin here, remove ${file}.`
		);
}

async function durably<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
	await client.query('begin');
	try {
		await client.query('set local synchronous_commit = on');
		const result = await work();
		await client.query('commit');
		return result;
	} catch (error) {
		await client.query('rollback').catch(() => undefined);
		throw error;
	}
}
