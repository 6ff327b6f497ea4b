import { dropHistories, prepareHistories } from '../events/history.ts';
import type { Fact, Stage } from './fact.ts';
import { keyOf, together, type Request } from './requests.ts';

/** Something that is read of a stage: what it asks, and the reading. */
export interface Step {
	readonly requests: readonly Request[];
	/** Facts whose histories are read. */
	readonly facts: readonly Fact[];
	read(): Promise<void>;
}

/** A stage that can make tables ready, and let go of them. */
export interface PreparedStage extends Stage {
	/** Reads what is asked of a table once, and keeps it where it is asked again. */
	prepare(request: Request): Promise<void>;
	/** Gives back the memory of what was read. */
	release(request: Request): Promise<void>;
}

/** Goes through the steps, with each table in memory from the first step that asks it to the last. */
export async function inSteps(stage: PreparedStage, steps: readonly Step[]): Promise<void> {
	const all = together(steps.flatMap(({ requests }) => requests));
	const asked = steps.map(({ requests }) => new Set(requests.map(keyOf)));
	for (const [i, step] of steps.entries()) {
		const asks = (request: Request, at: Iterable<ReadonlySet<string>>) =>
			[...at].some((keys) => keys.has(keyOf(request)));
		for (const request of all)
			if (asks(request, [asked[i]!]) && !asks(request, asked.slice(0, i))) await stage.prepare(request);
		await prepareHistories(stage, step.facts);
		await step.read();
		const done = all.filter((request) => asks(request, [asked[i]!]) && !asks(request, asked.slice(i + 1)));
		for (const request of done) {
			await stage.release(request);
			await dropHistories(stage, request.table);
		}
	}
}
