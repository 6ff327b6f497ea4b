import { database } from '$lib/server/db.ts';
import { isReady } from '$lib/server/queries/is-ready.ts';
import type { RequestHandler } from './$types';

/** For the process that watches this one: 200 when the database answers, 503 when not. */
export const GET: RequestHandler = async () => {
	const ready = await Promise.resolve()
		.then(database)
		.then(isReady)
		.catch(() => false);
	return new Response(ready ? 'ok\n' : 'database unreachable\n', {
		status: ready ? 200 : 503,
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
	});
};
