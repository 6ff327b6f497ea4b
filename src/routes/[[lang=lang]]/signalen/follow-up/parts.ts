import { FollowUps, browserStore } from '$lib/follow-up/follow-ups.svelte.ts';
import { readTexts } from '$lib/messages/catalogue.ts';
import type { Lang } from '$lib/messages/index.ts';
import { Board } from './board.svelte.ts';

export { default as Bar } from './Bar.svelte';
export { default as OfSignal } from './OfSignal.svelte';

/** What this page needs to hold follow-up; the texts of these parts came after those of the page. */
export async function begin(lang: Lang): Promise<Board> {
	await readTexts(lang);
	return new Board(new FollowUps(browserStore(), () => new Date()));
}
