import { localeOf, type Lang } from '../../messages/index.ts';
import { textOf, type Kept } from './kept.ts';

/** As StaleNotice.svelte writes it, hidden, on every page; what somebody typed can hold no such element. */
const HIDDEN = /(<p\b[^<>]* data-stale="") hidden(="")?/;
const TIME = '<time data-since=""></time>';

/** A page that was kept, with the label that the database does not answer and of when the page is. */
export async function stale(kept: Kept, lang: Lang, now: number): Promise<Response> {
	const html = (await textOf(kept)).replace(HIDDEN, '$1').replace(TIME, since(kept.at, lang));
	const headers = new Headers(kept.headers.map(([name, value]): [string, string] => [name, value]));
	const age = Math.max(0, Math.round((now - kept.at) / 1_000));
	headers.set('Cache-Control', 'no-store');
	headers.set('Vary', 'Accept-Encoding');
	headers.set('Age', String(age));
	// RFC 9211: found in a cache, and out of date for as long as the time to live is below nought.
	headers.set('Cache-Status', `voorzicht; hit; ttl=-${Math.max(1, age)}`);
	return new Response(html, { headers });
}

function since(at: number, lang: Lang): string {
	const date = new Date(at);
	const words = new Intl.DateTimeFormat(localeOf[lang], {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Amsterdam'
	}).format(date);
	return `<time data-since="" datetime="${date.toISOString()}">${words}</time>`;
}
