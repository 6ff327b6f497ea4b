import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/feed.ts')).feed,
	async () => (await import('./en/feed.ts')).feed
);
if (import.meta.env.SSR) await texts.read();

/** Texts of the feed of signals, which only the server writes. */
export const feedTexts = texts.in;
