import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/map.ts')).map,
	async () => (await import('./en/map.ts')).map
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const mapTexts = texts.in;
