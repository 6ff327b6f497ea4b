import { readTexts } from '$lib/messages/catalogue.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { LayoutLoad } from './$types';

const pages = import.meta.glob('./**/+page.svelte');

export const load: LayoutLoad = async ({ params, route }) => {
	const lang: Lang = params.lang === 'en' ? 'en' : 'nl';
	// Which texts a page asks for is known once its script is there.
	if (!import.meta.env.SSR) await pages[`.${route.id.replace('/[[lang=lang]]', '')}/+page.svelte`]?.();
	await readTexts(lang);
	return { lang };
};
