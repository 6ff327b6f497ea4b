import { expect, it } from 'vitest';
import { catalogues, textsOf } from '../../../tests/unit/every-text.ts';

const nl = textsOf(catalogues('nl'));
const en = textsOf(catalogues('en'));

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
