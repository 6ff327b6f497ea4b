/** Seconds that some work took: on the clock, and of processor time over all threads of this process. */
export interface Time {
	readonly wall: number;
	readonly cpu: number;
}

/** Runs the work once and times it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Time & { readonly result: T }> {
	const cpuStart = process.cpuUsage();
	const start = process.hrtime.bigint();
	const result = await work();
	const wall = Number(process.hrtime.bigint() - start) / 1e9;
	const { user, system } = process.cpuUsage(cpuStart);
	return { wall, cpu: (user + system) / 1e6, result };
}

/** The times alone. */
export function timeOf({ wall, cpu }: Time): Time {
	return { wall, cpu };
}

/**
 * Median times of several pieces of work, run in turns, so that what else the machine does falls on all of them alike.
 * Every piece is first run `warmUps` times untimed, for the compiler.
 */
export async function compared<Names extends string>(
	works: Readonly<Record<Names, () => unknown>>,
	{ warmUps = 1, repeats = 5 } = {}
): Promise<Record<Names, Time>> {
	const names = Object.keys(works) as Names[];
	const times = new Map<Names, Time[]>(names.map((name) => [name, []]));
	for (let turn = 0; turn < warmUps + repeats; turn++) {
		for (const name of names) {
			const time = timeOf(await timed(works[name]));
			if (turn >= warmUps) times.get(name)!.push(time);
		}
	}
	return Object.fromEntries(
		names.map((name) => [
			name,
			{ wall: median(times.get(name)!.map((t) => t.wall)), cpu: median(times.get(name)!.map((t) => t.cpu)) }
		])
	) as Record<Names, Time>;
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
