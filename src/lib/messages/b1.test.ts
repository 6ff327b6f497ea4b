import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogues, textsOf } from '../../../tests/unit/every-text.ts';
import { words } from './nl/words.ts';

/** Everyday words, and names that cannot be said otherwise; whoever adds one has asked whether a simpler word is there. */
const everyday = new Set(
	readFileSync(new URL('./b1-words.txt', import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
);
const explained = words.terms.flatMap(({ term }) => wordsIn(term));

function wordsIn(text: string): string[] {
	return text.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
}

/** An explained word may be bent: "intervallen" is "interval". */
const isKnown = (word: string) =>
	word.length === 1 || everyday.has(word) || explained.some((term) => word.startsWith(term));

const used = new Set([...textsOf(catalogues('nl')).values()].flatMap(wordsIn));

it('uses only everyday words in Dutch, or words that the page of words explains', () => {
	expect([...used].filter((word) => !isKnown(word)).toSorted()).toEqual([]);
});

it('keeps no word in the list that no text uses', () => {
	expect([...everyday].filter((word) => !used.has(word))).toEqual([]);
});

it('explains hard words in everyday ones', () => {
	const meanings = words.terms.flatMap(({ meaning }) => wordsIn(meaning));
	expect(meanings.filter((word) => !isKnown(word))).toEqual([]);
});
