import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/finding.ts')).finding,
	async () => (await import('./en/finding.ts')).finding
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const findingTexts = texts.in;
