import { expect, it } from 'vitest';
import { messagesFor, type Lang } from './index.ts';

/** All plain texts of a catalogue with the path of their key. */
function texts(part: unknown, path = ''): [string, string][] {
	if (typeof part === 'string') return [[path, part]];
	if (typeof part !== 'object' || part === null) return [];
	return Object.entries(part).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

type Catalogue = Record<string, (lang: Lang) => unknown>;

/** The catalogues that only some pages load: each file gives one function, from a language to its texts. */
const some = Object.entries(
	import.meta.glob<Catalogue>(['./*.ts', '!./*.test.ts', '!./index.ts', '!./nl.ts', '!./en.ts'], { eager: true })
);

const everything = (lang: Lang) => [
	messagesFor(lang),
	...some.flatMap(([, module]) => Object.values(module).map((of) => of(lang)))
];

const nl = new Map(texts(everything('nl')));
const en = new Map(texts(everything('en')));

it('has the same texts in both languages, none of them empty', () => {
	expect([...en.keys()]).toEqual([...nl.keys()]);
	for (const text of [...nl.values(), ...en.values()]) expect(text.trim()).not.toBe('');
});

it('keeps Dutch sentences short enough for B1', () => {
	const long = [...nl.values()]
		.flatMap((text) => text.split(/(?<=[.!?:])\s/))
		.filter((s) => s.split(/\s+/).length > 22);
	expect(long).toEqual([]);
});
