import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/accessibility.ts')).accessibility,
	async () => (await import('./en/accessibility.ts')).accessibility
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const accessibilityTexts = texts.in;
