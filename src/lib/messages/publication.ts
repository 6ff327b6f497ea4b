import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/publication.ts')).publication,
	async () => (await import('./en/publication.ts')).publication
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const publicationTexts = texts.in;
