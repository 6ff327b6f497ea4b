import type { Lang } from './index.ts';
import { accessibility as en } from './en/accessibility.ts';
import { accessibility as nl } from './nl/accessibility.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const accessibilityTexts = (lang: Lang) => (lang === 'en' ? en : nl);
