/** What the database has now, or null while it does not answer. */
export type Version = string | null;

const MOST_OFTEN = 1_000;
const PATIENCE = 3_000;

/**
 * Asks which publication the database has, at most once a second, and waits at most three seconds for the answer. While it is
 * known not to answer, nobody waits for it.
 */
export function versionAsker(ask: () => Promise<string>, now: () => number = Date.now): () => Promise<Version> {
	let known: Version | undefined;
	let askedAt = -Infinity;
	let asking: Promise<Version> | undefined;

	async function answer(): Promise<Version> {
		try {
			known = await within(PATIENCE, ask());
		} catch {
			known = null;
		}
		asking = undefined;
		return known;
	}

	return async () => {
		if (asking === undefined && now() - askedAt < MOST_OFTEN) return known ?? null;
		if (asking === undefined) {
			askedAt = now();
			asking = answer();
		}
		return known === null ? null : asking;
	};
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		// What came in while this process was busy is read before the wait counts as too long.
		const late = setTimeout(() => setImmediate(() => reject(new Error('no answer in time'))), milliseconds);
		promise.then(resolve, reject).finally(() => clearTimeout(late));
	});
}
