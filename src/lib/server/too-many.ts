import { findingTexts } from '../messages/finding.ts';
import type { Lang } from '../messages/index.ts';
import page from '../../error.html?raw';

/** Seconds in which the server makes about as many pages as one network may have waiting. */
const AGAIN = 5;

/** What a network gets that has too many pages waiting: a page that says so, or what the browser makes such a page of. */
export function tooMany(isDataRequest: boolean, lang: Lang): Response {
	const headers = { 'Retry-After': String(AGAIN), 'Cache-Control': 'no-store' };
	const message = findingTexts(lang).tooMany(AGAIN);
	if (isDataRequest) return Response.json({ message, kind: 'too-many' }, { status: 429, headers });
	const html = page
		.replace('%voorzicht.lang%', lang)
		.replace('%sveltekit.status%', '429')
		.replace('%sveltekit.error.message%', message);
	return new Response(html, { status: 429, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}
