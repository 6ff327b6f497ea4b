import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/words.ts')).words,
	async () => (await import('./en/words.ts')).words
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const wordsTexts = texts.in;
