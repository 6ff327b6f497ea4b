import { parentPort, workerData } from 'node:worker_threads';
import { stagePart } from './part.ts';
import { whileSimulating, whileWriting, type ThreadTask } from './parts.ts';
import { awaitOthers, writeFiles } from './writing.ts';

// The thread of one part, which then takes its share of the files; its messages are shares of the work done, 0 to 1.
const { part, writing, taking } = workerData as ThreadTask;
await stagePart(part, (share) => parentPort!.postMessage(whileSimulating(share)));
awaitOthers(taking);
await writeFiles(writing, taking, (share) => parentPort!.postMessage(whileWriting(share)));
