import { securityTxt } from '$lib/server/security-txt.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
	new Response(securityTxt(url.origin), {
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' }
	});
