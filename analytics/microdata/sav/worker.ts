import { parentPort, workerData } from 'node:worker_threads';
import { DamagedFileError } from './byte-reader.ts';
import { readRecords, type SavMessage, type SavTask } from './read-records.ts';

// The thread that reads the records of one file.
const send = (message: SavMessage) => parentPort!.postMessage(message);
try {
	send({ end: true, invalidTexts: readRecords(workerData as SavTask, (slot, rows) => send({ slot, rows })) });
} catch (error) {
	if (!(error instanceof DamagedFileError)) throw error;
	send({ damage: error.message });
}
