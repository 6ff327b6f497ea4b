import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/saving.ts')).saving,
	async () => (await import('./en/saving.ts')).saving
);
if (import.meta.env.SSR) await texts.read();

/** Texts that a chart needs when somebody saves it. */
export const savingTexts = texts.in;
