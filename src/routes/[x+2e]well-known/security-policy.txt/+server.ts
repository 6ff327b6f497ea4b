import policy from '../../../../SECURITY.md?raw';
import type { RequestHandler } from './$types';

/** What the repository says of reporting a hole. */
export const GET: RequestHandler = () =>
	new Response(policy, {
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' }
	});
