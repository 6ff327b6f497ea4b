import type { Lang } from '$lib/messages/index.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params }) => ({ lang: (params.lang === 'en' ? 'en' : 'nl') as Lang });
