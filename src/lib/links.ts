import type { Lang } from './messages/index.ts';

/** Path and query of a view in a language; parameters that are undefined are left out, and a list is said one by one. */
export function href(
	lang: Lang,
	path: string,
	state: Record<string, string | readonly string[] | undefined> = {}
): string {
	const prefix = lang === 'en' ? '/en' : '';
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(state))
		for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') query.append(name, one);
	const text = query.toString();
	return `${prefix}${path === '/' && prefix !== '' ? '' : path}${text === '' ? '' : `?${text}`}`;
}

export function regionHref(lang: Lang, code: string, tree?: string, show?: 'alle'): string {
	return href(lang, `/regio/${encodeURIComponent(code)}`, { indeling: tree, toon: show });
}

/** The page of one release. */
export function releaseHref(lang: Lang, id: number): string {
	return href(lang, `/methode/vrijgave/${id}`);
}

/** The same view in the other language. */
export function otherLanguage(lang: Lang, url: URL): string {
	if (lang === 'nl') return `/en${url.pathname === '/' ? '' : url.pathname}${url.search}`;
	// Two slashes in front would name another site: the page that knows no such address has this link too.
	return url.pathname.replace(/^\/en(?=\/|$)/, '').replace(/^\/*/, '/') + url.search;
}
