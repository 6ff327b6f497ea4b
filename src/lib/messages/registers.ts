import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/registers.ts')).registers,
	async () => (await import('./en/registers.ts')).registers
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const registersTexts = texts.in;
