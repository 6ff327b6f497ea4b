import type { Lang } from './index.ts';
import { downloads as en } from './en/downloads.ts';
import { downloads as nl } from './nl/downloads.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const downloadsTexts = (lang: Lang) => (lang === 'en' ? en : nl);
