import type { ClientInit } from '@sveltejs/kit';
import { readTexts } from '$lib/messages/catalogue.ts';
import { languageOf } from '$lib/messages/index.ts';

/**
 * An address that no page has is drawn without a layout: its texts must be there before it comes alive, and which those are is known
 * once its script is there. SvelteKit fetches that script on every page.
 */
export const init: ClientInit = async () => {
	await import('./routes/+error.svelte');
	await readTexts(languageOf(location.pathname));
};
