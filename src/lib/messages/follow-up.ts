import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/follow-up.ts')).followUp,
	async () => (await import('./en/follow-up.ts')).followUp
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const followUpTexts = texts.in;
