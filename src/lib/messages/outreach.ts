import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/outreach.ts')).outreach,
	async () => (await import('./en/outreach.ts')).outreach
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const outreachTexts = texts.in;
