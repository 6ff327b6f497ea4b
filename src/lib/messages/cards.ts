import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/cards.ts')).cards,
	async () => (await import('./en/cards.ts')).cards
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const cardsTexts = texts.in;
