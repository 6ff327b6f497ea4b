import type { Lang } from './index.ts';
import { words as en } from './en/words.ts';
import { words as nl } from './nl/words.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const wordsTexts = (lang: Lang) => (lang === 'en' ? en : nl);
