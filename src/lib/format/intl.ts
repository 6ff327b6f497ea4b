import { localeOf, type Lang } from '../messages/index.ts';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** A format of numbers. A page says hundreds of them, and making a format takes far longer than using it: each is made once. */
export function numberFormat(lang: Lang, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	const key = `${lang} ${JSON.stringify(options)}`;
	const made = numbers.get(key) ?? new Intl.NumberFormat(localeOf[lang], options);
	numbers.set(key, made);
	return made;
}

/** A format of dates, as the clock in the Netherlands has them; made once. */
export function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${lang} ${JSON.stringify(options)}`;
	const made = dates.get(key) ?? new Intl.DateTimeFormat(localeOf[lang], { ...options, timeZone: 'Europe/Amsterdam' });
	dates.set(key, made);
	return made;
}
