import { redirect } from '@sveltejs/kit';
import { href } from '$lib/links.ts';
import type { RequestHandler } from './$types';

/** The address that the plan was once taken along from. */
export const GET: RequestHandler = ({ url }) => {
	const query = new URLSearchParams(url.searchParams);
	const lang = query.get('taal') === 'en' ? 'en' : 'nl';
	query.delete('taal');
	redirect(308, `${href(lang, '/prioriteren/cijfers.csv')}${query.size === 0 ? '' : `?${query.toString()}`}`);
};
