import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which other visitors get their turn. */
const TURN = 8;

/**
 * For long work on the web server's one thread: to be awaited between its pieces. Goes on at once as long as the work took
 * little time, and else lets all that waits go first.
 */
export function turns(): () => Promise<void> | undefined {
	let since = performance.now();
	return () => {
		if (performance.now() - since < TURN) return undefined;
		return setImmediate().then(() => {
			since = performance.now();
		});
	};
}

/** What `each` makes of all items, in turns with other visitors. */
export async function inTurns<Item, Made>(items: readonly Item[], each: (item: Item) => Made): Promise<Made[]> {
	const turn = turns();
	const made: Made[] = [];
	for (const item of items) {
		made.push(each(item));
		const others = turn();
		if (others !== undefined) await others;
	}
	return made;
}
