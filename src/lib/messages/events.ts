import type { Lang } from './index.ts';
import { events as en } from './en/events.ts';
import { events as nl } from './nl/events.ts';

/** Texts that only some pages need: a page loads no more than it shows. */
export const eventsTexts = (lang: Lang) => (lang === 'en' ? en : nl);
