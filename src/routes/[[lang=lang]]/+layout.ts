import { browser } from '$app/environment';
import { preloadCode } from '$app/navigation';
import { readTexts } from '$lib/messages/catalogue.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, url }) => {
	const lang: Lang = params.lang === 'en' ? 'en' : 'nl';
	// Which texts a page asks for is known once its script is there.
	if (browser) await preloadCode(url.pathname);
	await readTexts(lang);
	return { lang };
};
