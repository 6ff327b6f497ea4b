import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/brief.ts')).brief,
	async () => (await import('./en/brief.ts')).brief
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const briefTexts = texts.in;
