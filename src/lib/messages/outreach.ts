import type { Lang } from './index.ts';
import { outreach as en } from './en/outreach.ts';
import { outreach as nl } from './nl/outreach.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const outreachTexts = (lang: Lang) => (lang === 'en' ? en : nl);
