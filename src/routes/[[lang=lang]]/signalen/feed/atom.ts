/** A feed by RFC 4287; its texts are plain text. */
export interface Feed {
	readonly id: string;
	/** BCP 47 tag. */
	readonly lang: string;
	readonly title: string;
	readonly subtitle: string;
	readonly author: string;
	readonly updated: Date;
	/** Address of the feed, and of the page that says the same. */
	readonly self: string;
	readonly page: string;
	readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	readonly page: string;
	readonly category: string;
	/** When it was first told; null when that is not known. */
	readonly published: Date | null;
	readonly updated: Date;
}

export const ATOM = 'application/atom+xml';

export function atom(feed: Feed): string {
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.lang)}">`,
		element('id', feed.id),
		element('title', feed.title),
		element('subtitle', feed.subtitle),
		element('updated', feed.updated.toISOString()),
		`<author>${element('name', feed.author)}</author>`,
		link('self', ATOM, feed.self),
		link('alternate', 'text/html', feed.page),
		...feed.entries.map(entryOf),
		'</feed>\n'
	].join('\n');
}

function entryOf(entry: FeedEntry): string {
	return [
		'<entry>',
		element('id', entry.id),
		element('title', entry.title),
		...(entry.published === null ? [] : [element('published', entry.published.toISOString())]),
		element('updated', entry.updated.toISOString()),
		link('alternate', 'text/html', entry.page),
		`<category term="${escaped(entry.category)}"/>`,
		element('content', entry.text),
		'</entry>'
	].join('\n');
}

/** Without a type its text is plain. */
const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;

const link = (rel: string, type: string, href: string) => `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML may hold it: the signs that XML 1.0 has no place for become a blank. */
function escaped(text: string): string {
	const plain = text.toWellFormed().replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ');
	return plain.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const NAME = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);

/** A name by RFC 4151 that stays the same in every publication. A server without a name in letters has one that is never given out. */
export function tagOf(hostname: string, ...parts: readonly string[]): string {
	const authority = NAME.test(hostname.toLowerCase()) ? hostname.toLowerCase() : 'voorzicht.invalid';
	return `tag:${authority},2026:${parts.map(encodeURIComponent).join('/')}`;
}
