import { error } from '@sveltejs/kit';
import { answer } from '$lib/server/answer.ts';
import { limitExports } from '$lib/server/limit.ts';
import { tagOf } from '$lib/server/tag-of.ts';
import { ATOM, atom } from '../feed/atom.ts';
import { signalsFeed } from '../feed/feed.server.ts';
import type { RequestHandler } from './$types';

/** Signals by the choices of the page, for a feed reader. Readers ask often: whoever has the latest is told no more than that. */
export const GET: RequestHandler = async (event) => {
	await limitExports(event);
	return answer(async (db) => {
		const feed = await signalsFeed(db, event.url, event.params.lang === 'en' ? 'en' : 'nl');
		if (feed === null) error(404, { message: 'no figures' });
		const body = atom(feed);
		return new Response(body, {
			headers: {
				'Content-Type': `${ATOM}; charset=utf-8`,
				'Cache-Control': 'no-cache',
				// SvelteKit answers 304 to whoever names it.
				ETag: `"${tagOf(body)}"`
			}
		});
	});
};
