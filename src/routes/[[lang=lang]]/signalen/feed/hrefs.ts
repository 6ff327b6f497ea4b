import { href } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';

/** The choices of a view that a feed keeps: not its period, since who follows signals follows the latest. */
interface Choices {
	readonly cijfer: string | undefined;
	readonly niveau: string | undefined;
	readonly gebied: string | undefined;
}

export const feedHref = (choices: Choices, lang: Lang) => href(lang, '/signalen/feed.atom', { ...choices });
export const pageHref = (choices: Choices, lang: Lang) => href(lang, '/signalen', { ...choices });
