import type { Lang } from './index.ts';
import { finding as en } from './en/finding.ts';
import { finding as nl } from './nl/finding.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const findingTexts = (lang: Lang) => (lang === 'en' ? en : nl);
