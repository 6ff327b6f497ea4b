import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/sections.ts')).sections,
	async () => (await import('./en/sections.ts')).sections
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const sectionsTexts = texts.in;
