import type { Lang } from './index.ts';
import { brief as en } from './en/brief.ts';
import { brief as nl } from './nl/brief.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const briefTexts = (lang: Lang) => (lang === 'en' ? en : nl);
