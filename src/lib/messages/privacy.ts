import type { Lang } from './index.ts';
import { privacy as en } from './en/privacy.ts';
import { privacy as nl } from './nl/privacy.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const privacyTexts = (lang: Lang) => (lang === 'en' ? en : nl);
