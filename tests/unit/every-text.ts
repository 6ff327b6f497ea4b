import { messagesFor, type Lang } from '../../src/lib/messages/index.ts';

type Catalogue = Record<string, (lang: Lang) => unknown>;

/** The catalogues that only some pages load: each file gives one function, from a language to its texts. */
const some = Object.values(
	import.meta.glob<Catalogue>(['../../src/lib/messages/*.ts', '!**/*.test.ts', '!**/{catalogue,index,nl,en}.ts'], {
		eager: true
	})
);

/** All texts of a language. */
export const catalogues = (lang: Lang): unknown[] => [
	messagesFor(lang),
	...some.flatMap((module) => Object.values(module).map((of) => of(lang)))
];

/** Every text with the path of its key. A text with places is said with a 1 in each of them. */
export function textsOf(part: unknown, path = ''): Map<string, string> {
	if (typeof part === 'string') return new Map([[path, part]]);
	if (typeof part === 'function') return textsOf(said(part as (...places: string[]) => unknown), path);
	if (typeof part !== 'object' || part === null) return new Map();
	return new Map(Object.entries(part).flatMap(([key, inner]) => [...textsOf(inner, `${path}.${key}`)]));
}

/** What a text with places says; those that need more than words are left to the tests of their pages. */
function said(text: (...places: string[]) => unknown): unknown {
	try {
		return text('1', '1', '1', '1', '1', '1', '1', '1');
	} catch {
		return undefined;
	}
}
