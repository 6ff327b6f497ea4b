import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/compare-regions.ts')).compareRegions,
	async () => (await import('./en/compare-regions.ts')).compareRegions
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const compareTexts = texts.in;
