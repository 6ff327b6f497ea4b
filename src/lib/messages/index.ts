import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Messages } from './nl.ts';

export type Lang = 'nl' | 'en';
export type { Messages };

export function messagesFor(lang: Lang): Messages {
	return lang === 'en' ? en : nl;
}

/** BCP 47 tag for Intl: Dutch figures have a decimal comma. */
export const localeOf: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };
