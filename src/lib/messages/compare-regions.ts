import type { Lang } from './index.ts';
import { compareRegions as en } from './en/compare-regions.ts';
import { compareRegions as nl } from './nl/compare-regions.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const compareTexts = (lang: Lang) => (lang === 'en' ? en : nl);
