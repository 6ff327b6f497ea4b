import { setTimeout as sleep } from 'node:timers/promises';

/** What the server asks of itself after its first request is done by then; on two idle cores it takes half as long. */
const WARM = 30_000;

/**
 * Waits until a server that was just started has asked itself for its first hundred pages, beside which what is measured would have
 * half a machine. How soon a page comes meanwhile is measured in the part on pages.
 */
export async function warm(url: string): Promise<void> {
	await fetch(url);
	await sleep(WARM);
}
