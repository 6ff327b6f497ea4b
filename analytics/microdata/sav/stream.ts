import { on } from 'node:events';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ColumnChunk } from '../../engine/append.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { OutsideFaultError } from '../../errors.ts';
import type { SavDictionary } from './dictionary.ts';
import type { SavMessage, SavTask } from './read-records.ts';
import { chunkOf, slotLayout } from './slot.ts';
import type { SavVariable } from './variables.ts';

/** Chunks under way, of some 1 MB each. */
const SLOTS = 3;
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const WORKER = new URL('./worker.ts', import.meta.url);

/**
 * The wanted columns of a system file, in file order and in chunks, read by a thread of its own. A chunk is valid until the
 * next one is asked for. Dates are numbers YYYYMMDD; what is no number, or stands for none, is missing.
 * @returns the number of texts that are not valid in the code page of the file; they have replacement characters
 * @throws UnreadableDataError when the records cannot be read to their end
 */
export async function* streamColumns(
	dictionary: SavDictionary,
	variables: readonly SavVariable[]
): AsyncGenerator<ColumnChunk, number> {
	const layout = slotLayout(variables, dictionary.recordBytes);
	const slots = Array.from({ length: SLOTS }, () => new SharedArrayBuffer(layout.bytes));
	const free = new Int32Array(new SharedArrayBuffer(4 * SLOTS)).fill(1);
	const task: SavTask = { dictionary, variables, slots, free };
	const worker = new Worker(WORKER, { workerData: task, resourceLimits: LIMITS });
	// One that comes when nobody waits for a chunk any more is of no interest.
	worker.on('error', () => {});
	try {
		for await (const message of messages(worker, dictionary.path)) {
			if ('damage' in message) throw damaged(dictionary.path, message.damage);
			if ('end' in message) return message.invalidTexts;
			yield chunkOf(slots[message.slot]!, layout, message.rows);
			Atomics.store(free, message.slot, 1);
			Atomics.notify(free, message.slot);
		}
		throw damaged(dictionary.path, 'reading it stopped');
	} finally {
		await worker.terminate();
	}
}

async function* messages(worker: Worker, path: string): AsyncGenerator<SavMessage> {
	try {
		for await (const [message] of on(worker, 'message', { close: ['exit'] })) yield message as SavMessage;
	} catch (error) {
		const { code, syscall } = error as NodeJS.ErrnoException;
		if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw damaged(path, 'reading it takes more memory than is plausible');
		if (syscall !== undefined) throw new OutsideFaultError(`${path}: the file can no longer be read.`);
		throw error;
	}
}

function damaged(path: string, what: string): UnreadableDataError {
	return new UnreadableDataError(
		`${basename(path)}: the records of this SPSS file cannot be read to their end: ${what}. Export the file again.`
	);
}
