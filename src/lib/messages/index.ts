import { catalogue } from './catalogue.ts';
import type { Messages } from './nl.ts';

export type Lang = 'nl' | 'en';
export type { Messages };

const texts = catalogue(
	async (): Promise<Messages> => (await import('./nl.ts')).nl,
	async (): Promise<Messages> => (await import('./en.ts')).en
);
if (import.meta.env.SSR) await texts.read();

/** Texts of what stands on many pages. */
export const messagesFor = texts.in;

/** Dutch has no prefix; English lives under /en. */
export const languageOf = (pathname: string): Lang => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'nl');

/** BCP 47 tag for Intl: Dutch figures have a decimal comma. */
export const localeOf: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };
