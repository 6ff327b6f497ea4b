import { catalogue } from './catalogue.ts';

const texts = catalogue(
	async () => (await import('./nl/audit.ts')).audit,
	async () => (await import('./en/audit.ts')).audit
);
if (import.meta.env.SSR) await texts.read();

/** Texts that only some pages need: a page loads no more than it shows. */
export const auditTexts = texts.in;
