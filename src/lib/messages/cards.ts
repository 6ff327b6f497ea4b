import type { Lang } from './index.ts';
import { cards as en } from './en/cards.ts';
import { cards as nl } from './nl/cards.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const cardsTexts = (lang: Lang) => (lang === 'en' ? en : nl);
