import type { Suggestion } from '../format/found.ts';

/** Long enough for two letters typed in one go, short enough to seem at once. */
const PAUSE = 120;

/**
 * Asks the server what somebody who types may mean, after each short pause: only the answer to the latest question is told,
 * and one that was asked before is not asked again. Null when there is no answer, as with less than two letters.
 */
export function suggester(
	tell: (found: readonly Suggestion[] | null) => void,
	get: typeof fetch = (...to) => fetch(...to)
) {
	const known = new Map<string, readonly Suggestion[]>();
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asked: AbortController | undefined;

	function stop(): void {
		clearTimeout(waiting);
		asked?.abort();
	}

	async function fetchOnce(address: string): Promise<void> {
		const mine = (asked = new AbortController());
		try {
			const response = await get(address, { signal: mine.signal });
			if (!response.ok) return tell(null);
			const found = (await response.json()) as readonly Suggestion[];
			if (mine.signal.aborted) return;
			known.set(address, found);
			tell(found);
		} catch {
			// Nothing to suggest: the button still searches.
			if (!mine.signal.aborted) tell(null);
		}
	}

	function ask(address: string, text: string): void {
		stop();
		if (text.length < 2) return tell(null);
		const before = known.get(address);
		if (before !== undefined) return tell(before);
		waiting = setTimeout(() => void fetchOnce(address), PAUSE);
	}

	return { ask, stop };
}
