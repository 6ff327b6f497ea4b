import type { Lang } from './index.ts';
import { exploring as en } from './en/exploring.ts';
import { exploring as nl } from './nl/exploring.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const exploringTexts = (lang: Lang) => (lang === 'en' ? en : nl);
