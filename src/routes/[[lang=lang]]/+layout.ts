import { readMessages } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
	const lang: Lang = params.lang === 'en' ? 'en' : 'nl';
	await readMessages(lang);
	return { lang };
};
