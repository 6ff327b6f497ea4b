import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/events.ts')).events,
	async () => (await import('./en/events.ts')).events
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const eventsTexts = texts.in;
