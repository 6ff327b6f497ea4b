import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/method.ts')).method,
	async () => (await import('./en/method.ts')).method
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const methodTexts = texts.in;
