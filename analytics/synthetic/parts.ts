import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { stagePart, type PartTask } from './part.ts';
import { apportion } from './simulate.ts';
import { byQuery, taking, writeFiles, type Taking, type Writing } from './writing.ts';

/** Always as many, however many threads there are: so the same seed gives the same files everywhere. */
const PARTS = 2;
/** Share of the work that the simulation takes; the rest is writing. */
const SIMULATION = 0.7;
/** The largest municipality of a full country must fit. */
const LIMITS = { maxOldGenerationSizeMb: 3000 };
const WORKER = new URL('./part-worker.ts', import.meta.url);

/** What a thread is told: the part that it simulates, and the files that all threads share once all parts are there. */
export interface ThreadTask {
	readonly part: PartTask;
	readonly writing: Writing;
	readonly taking: Taking;
}

/**
 * Simulates the country in parts, and writes its files from all of them.
 * @param folder for the parts
 * @param threads whether each part has a thread of its own; the files are the same
 */
export async function makeInParts(
	folder: string,
	simulated: Omit<PartTask, 'folder' | 'towns' | 'database'>,
	written: Omit<Writing, 'parts' | 'years'>,
	progress: (share: number) => void,
	threads: boolean
): Promise<void> {
	const { years } = simulated;
	const ranges = divided(simulated.persons);
	const folders = ranges.map((_, i) => join(folder, `part${i}`));
	const writing = { ...written, years, parts: folders };
	const parts = ranges.map((towns, i): PartTask => ({
		...simulated,
		folder: folders[i]!,
		towns,
		database: byQuery(writing)
	}));
	const shares = parts.map(() => 0);
	const heard = (part: number, share: number): void => {
		shares[part] = share;
		progress(shares.reduce((a, b) => a + b) / PARTS);
	};
	if (threads) return inThreads(parts, writing, heard);
	for (const [i, part] of parts.entries()) await stagePart(part, (share) => heard(i, whileSimulating(share)));
	await writeFiles(writing, taking(1), (share) => shares.forEach((_, i) => heard(i, whileWriting(share))));
}

export const whileSimulating = (share: number): number => SIMULATION * share;
export const whileWriting = (share: number): number => SIMULATION + (1 - SIMULATION) * share;

/** Ranges of towns with about as many persons each. */
function divided(persons: number): (readonly [number, number])[] {
	const sizes = apportion(persons);
	const bounds = [0];
	let sum = 0;
	for (const [index, size] of sizes.entries()) {
		sum += size;
		if (bounds.length < PARTS && sum >= (persons * bounds.length) / PARTS) bounds.push(index + 1);
	}
	bounds.push(sizes.length);
	return bounds.slice(1).map((end, i) => [bounds[i]!, end] as const);
}

/** Runs each part in a thread; when one fails the others stop. */
async function inThreads(
	parts: readonly PartTask[],
	writing: Writing,
	heard: (part: number, share: number) => void
): Promise<void> {
	const shared = { writing, taking: taking(parts.length) };
	const workers = parts.map(
		(part) => new Worker(WORKER, { workerData: { ...shared, part } satisfies ThreadTask, resourceLimits: LIMITS })
	);
	const ended = workers.map(
		(worker, i) =>
			new Promise<void>((resolve, reject) => {
				worker.on('message', (share: number) => heard(i, share));
				worker.on('error', reject);
				worker.on('exit', (code) =>
					code === 0 ? resolve() : reject(new Error(`a thread of the synthesis ended with ${code}`))
				);
			})
	);
	try {
		await Promise.all(ended);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
