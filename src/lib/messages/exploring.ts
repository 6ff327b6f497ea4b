import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/exploring.ts')).exploring,
	async () => (await import('./en/exploring.ts')).exploring
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const exploringTexts = texts.in;
