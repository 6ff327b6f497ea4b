import type { Messages } from './nl.ts';

export type Lang = 'nl' | 'en';
export type { Messages };

const load = {
	nl: async () => (await import('./nl.ts')).nl,
	en: async () => (await import('./en.ts')).en
} satisfies Record<Lang, () => Promise<Messages>>;
const loaded: Partial<Record<Lang, Messages>> = {};

/** Fetches the texts of a language. A browser holds only the language that it reads; the server holds all from its start. */
export async function readMessages(lang: Lang): Promise<void> {
	loaded[lang] ??= await load[lang]();
}

if (import.meta.env.SSR) await Promise.all([readMessages('nl'), readMessages('en')]);

/** Texts of a language that was read before: by `init` when a page comes alive, and by the layout when the language changes. */
export function messagesFor(lang: Lang): Messages {
	const messages = loaded[lang];
	if (messages === undefined) throw new Error(`The texts in ${lang} were not read.`);
	return messages;
}

/** Dutch has no prefix; English lives under /en. */
export const languageOf = (pathname: string): Lang => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'nl');

/** BCP 47 tag for Intl: Dutch figures have a decimal comma. */
export const localeOf: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };
