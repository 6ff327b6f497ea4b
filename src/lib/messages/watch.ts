import type { Lang } from './index.ts';
import { watch as en } from './en/watch.ts';
import { watch as nl } from './nl/watch.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const watchTexts = (lang: Lang) => (lang === 'en' ? en : nl);
