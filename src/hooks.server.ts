import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { headers, secure, secureFiles } from '$lib/server/headers.ts';
import { isAddress } from '$lib/server/host.ts';
import { database } from '$lib/server/db.ts';
import { networkOf } from '$lib/server/network.ts';
import { isPage } from '$lib/server/page-cache/key.ts';
import { PageCache } from '$lib/server/page-cache/page-cache.ts';
import { publicationNow } from '$lib/server/publication.ts';
import { regionIndex } from '$lib/server/region-index.ts';
import { tooMany } from '$lib/server/too-many.ts';
import { RenderQueue } from '$lib/server/render-queue.ts';
import { pauseAfter, warmer } from '$lib/server/warm.ts';

const cache = new PageCache(publicationNow);
const queue = new RenderQueue();
const visits = pauseAfter();
const warm = warmer({
	idle: () => queue.idle(),
	pause: visits.pause,
	regions: async () => regionIndex(database, await publicationNow())
});

export const init: ServerInit = () => {
	if (!building) secureFiles();
};

export const handle: Handle = async ({ event, resolve }) => {
	if (!['GET', 'HEAD'].includes(event.request.method))
		return refusal(405, 'This site only answers GET and HEAD.', { Allow: 'GET, HEAD' });
	if (!isAddress(event.url)) return refusal(400, 'No server has this name.');
	const lang = /^\/en(\/|$)/.test(event.url.pathname) ? 'en' : 'nl';
	const spoken = (html: string) => html.replace('%voorzicht.lang%', lang);
	const render = async () => {
		const response = await resolve(event, { transformPageChunk: ({ html }) => spoken(html) });
		if (!isBareError(response)) return response;
		// The text has another length than what SvelteKit counted.
		response.headers.delete('Content-Length');
		return new Response(spoken(await response.text()), response);
	};
	// Who works on the pages sees what they are now.
	if (dev) return secure(await render(), false);
	const inTurn = async () => {
		// Downloads have limits of their own; and that the database is away is said at once.
		const isFile = event.route.id !== null && !isPage(event.route);
		if (isFile || (await publicationNow()) === null) return render();
		// Pages that the server asks for itself are nobody's.
		const network = event.isSubRequest ? 'own' : networkOf(event);
		return (await queue.take(network, render)) ?? tooMany(event.isDataRequest, lang);
	};
	if (!event.isSubRequest) visits.visited();
	const response = await cache.answer(event, lang, inTurn);
	if (!event.isSubRequest) void publicationNow().then((now) => warm(now, event.fetch));
	return secure(response, event.url.protocol === 'https:');
};

/** Who asks for a file gets src/error.html when it cannot be had: no page is rendered for it. */
function isBareError({ status, headers }: Response): boolean {
	return (
		status >= 400 && !headers.has('X-Sveltekit-Page') && (headers.get('Content-Type') ?? '').startsWith('text/html')
	);
}

/** There is nothing here to change, so there is nothing to send; and nothing is made for who asks what cannot be. */
function refusal(status: number, text: string, more: Record<string, string> = {}): Response {
	return new Response(`${text}\n`, { status, headers: { ...headers, ...more, 'Content-Type': 'text/plain' } });
}

/** The log gets the kind of error; the visitor gets a page that says nothing about it. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404) {
		const name = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
		process.stderr.write(`${status} ${event.route.id ?? 'no route'} ${name}\n`);
	}
	return { message: status === 404 ? 'not found' : 'error' };
};
