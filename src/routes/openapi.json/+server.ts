import { json } from '@sveltejs/kit';
import { openApi } from '$lib/server/download/openapi.ts';
import type { RequestHandler } from './$types';

/** How programs ask for figures. */
export const GET: RequestHandler = () => json(openApi(), { headers: { 'Cache-Control': 'public, max-age=3600' } });
