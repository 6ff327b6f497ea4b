import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/watch.ts')).watch,
	async () => (await import('./en/watch.ts')).watch
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const watchTexts = texts.in;
