/** An element of an XML document: its text is what stands in it, without what stands in its children. */
interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Element[];
	readonly text: string;
}

export interface AtomEntry {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	readonly page: string;
	readonly category: string;
	readonly published: string | null;
	readonly updated: string;
}

export interface AtomFeed extends Omit<AtomEntry, 'text' | 'published' | 'category'> {
	readonly subtitle: string;
	readonly author: string;
	readonly self: string;
	readonly lang: string;
	readonly entries: readonly AtomEntry[];
}

const NAMESPACE = 'http://www.w3.org/2005/Atom';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads an Atom feed as RFC 4287 says, and stops at anything that it, or XML 1.0, does not allow. Only what this product writes is
 * known: plain texts, links with an address in full, no elements of others.
 * @throws Error naming what is wrong
 */
export function readAtom(source: string): AtomFeed {
	const feed = readXml(source);
	if (feed.name !== 'feed' || feed.attributes.xmlns !== NAMESPACE) fail('feed');
	only(feed, ['id', 'title', 'subtitle', 'updated', 'author', 'link', 'entry']);
	const author = one(feed, 'author');
	only(author, ['name']);
	const entries = feed.children.filter(({ name }) => name === 'entry').map(readEntry);
	if (new Set(entries.map(({ id }) => id)).size !== entries.length) fail('two entries with one id');
	return {
		...readHead(feed),
		subtitle: textOf(feed, 'subtitle'),
		author: textOf(author, 'name'),
		self: linkOf(feed, 'self'),
		lang: feed.attributes['xml:lang'] ?? fail('xml:lang'),
		entries
	};
}

function readEntry(entry: Element): AtomEntry {
	only(entry, ['id', 'title', 'published', 'updated', 'link', 'category', 'content']);
	const isPublished = entry.children.some(({ name }) => name === 'published');
	const published = isPublished ? dateOf(entry, 'published') : null;
	const head = readHead(entry);
	if (published !== null && Date.parse(published) > Date.parse(head.updated)) fail('published after updated');
	const category = one(entry, 'category').attributes.term ?? fail('term');
	return { ...head, text: textOf(entry, 'content'), category, published };
}

function readHead(element: Element) {
	const id = textOf(element, 'id');
	if (!/^tag:[a-z0-9.-]+,\d{4}:[\w.~!$&'()*+,;=:@/?%-]+$/.test(id)) fail(`id ${id}`);
	return {
		id,
		title: textOf(element, 'title'),
		updated: dateOf(element, 'updated'),
		page: linkOf(element, 'alternate')
	};
}

function linkOf(element: Element, rel: string): string {
	const links = element.children.filter(({ name, attributes }) => name === 'link' && attributes.rel === rel);
	const href = links[0]?.attributes.href;
	if (links.length !== 1 || href === undefined || !URL.canParse(href)) return fail(`link ${rel}`);
	return ['http:', 'https:'].includes(new URL(href).protocol) ? href : fail(`link ${href}`);
}

function dateOf(element: Element, name: string): string {
	const text = textOf(element, name);
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) || Number.isNaN(Date.parse(text)))
		fail(`${name} ${text}`);
	return text;
}

function textOf(element: Element, name: string): string {
	const { text, children, attributes } = one(element, name);
	if (text.trim() === '' || children.length > 0 || Object.keys(attributes).length > 0) fail(name);
	return text;
}

function one(element: Element, name: string): Element {
	const found = element.children.filter((child) => child.name === name);
	if (found.length !== 1) fail(`${name} in ${element.name}: ${found.length}`);
	return found[0]!;
}

function only(element: Element, names: readonly string[]): void {
	for (const { name } of element.children) if (!names.includes(name)) fail(`${name} in ${element.name}`);
	if (element.text.trim() !== '') fail(`text in ${element.name}`);
}

/** A document without comments, sections or definitions of its own. */
function readXml(source: string): Element {
	const head = '<?xml version="1.0" encoding="utf-8"?>\n';
	if (!source.startsWith(head)) fail('declaration');
	// XML 1.0 has no place for other signs, so also not escaped.
	if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(source)) fail('a sign');
	let at = head.length;
	const expect = (pattern: RegExp): RegExpExecArray => {
		pattern.lastIndex = at;
		const found = pattern.exec(source) ?? fail(`at ${at}: ${source.slice(at, at + 40)}`);
		at = pattern.lastIndex;
		return found;
	};
	function element(): Element {
		const [, name = '', inside = '', closed] = expect(/<([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/)?>/y);
		const attributes: Record<string, string> = {};
		for (const [, key = '', value = ''] of inside.matchAll(/ ([a-z:]+)="([^"]*)"/g)) {
			if (key in attributes) fail(`two of ${key}`);
			attributes[key] = unescaped(value);
		}
		const children: Element[] = [];
		let text = '';
		while (closed === undefined) {
			text += unescaped(expect(/[^<]*/y)[0]);
			if (source.startsWith('</', at)) {
				expect(new RegExp(`</${name}>`, 'y'));
				break;
			}
			children.push(element());
		}
		return { name, attributes, children, text };
	}
	const root = element();
	if (source.slice(at).trim() !== '') fail('something after the feed');
	return root;
}

function unescaped(text: string): string {
	if (text.includes(']]>')) fail(']]>');
	return text.replace(/&([^;]*);?/g, (whole, name: string) =>
		whole.endsWith(';') ? (ENTITIES[name] ?? fail(whole)) : fail(whole)
	);
}

function fail(what: string): never {
	throw new Error(`not a feed: ${what}`);
}
