import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { stagePart, type PartTask } from './part.ts';
import { apportion } from './simulate.ts';

/** Always as many, however many threads there are: so the same seed gives the same files everywhere. */
const PARTS = 2;
/** Below this many persons a thread costs more than it saves. */
const WORTH_A_THREAD = 100_000;
/** The largest municipality of a full country must fit. */
const LIMITS = { maxOldGenerationSizeMb: 3000 };
const WORKER = new URL('./part-worker.ts', import.meta.url);

/** Simulates the country in parts. @returns the database files */
export async function stageParts(
	folder: string,
	simulated: Omit<PartTask, 'file' | 'towns'>,
	progress: (share: number) => void,
	threads = simulated.persons >= WORTH_A_THREAD
): Promise<string[]> {
	const tasks = divided(simulated.persons).map((towns, i): PartTask => ({
		...simulated,
		file: join(folder, `part${i}.duckdb`),
		towns
	}));
	const shares = tasks.map(() => 0);
	const report = (part: number) => (share: number) => {
		shares[part] = share;
		progress(shares.reduce((a, b) => a + b) / PARTS);
	};
	if (threads) await allOrNone(tasks, report);
	else for (const [i, task] of tasks.entries()) await stagePart(task, report(i));
	return tasks.map(({ file }) => file);
}

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

/** Runs each task in a thread; when one fails the others stop. */
async function allOrNone(tasks: readonly PartTask[], report: (part: number) => (share: number) => void): Promise<void> {
	const workers = tasks.map((task) => new Worker(WORKER, { workerData: task, resourceLimits: LIMITS }));
	const ended = workers.map(
		(worker, i) =>
			new Promise<void>((resolve, reject) => {
				worker.on('message', report(i));
				worker.on('error', reject);
				worker.on('exit', (code) =>
					code === 0 ? resolve() : reject(new Error(`a simulating thread ended with ${code}`))
				);
			})
	);
	try {
		await Promise.all(ended);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
