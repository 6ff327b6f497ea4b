import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/downloads.ts')).downloads,
	async () => (await import('./en/downloads.ts')).downloads
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const downloadsTexts = texts.in;
