import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/attributes.ts')).attributes,
	async () => (await import('./en/attributes.ts')).attributes
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const attributesTexts = texts.in;
