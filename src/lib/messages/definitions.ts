import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/definitions.ts')).definitions,
	async () => (await import('./en/definitions.ts')).definitions
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const definitionsTexts = texts.in;
