import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/privacy.ts')).privacy,
	async () => (await import('./en/privacy.ts')).privacy
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const privacyTexts = texts.in;
