import { parentPort, workerData } from 'node:worker_threads';
import { stagePart, type PartTask } from './part.ts';

// The thread that simulates one part; its messages are shares of the work done, 0 to 1.
await stagePart(workerData as PartTask, (share) => parentPort!.postMessage(share));
