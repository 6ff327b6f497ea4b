import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/rising.ts')).rising,
	async () => (await import('./en/rising.ts')).rising
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const risingTexts = texts.in;
