import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps the answers that were asked for last', () => {
	const recent = new Recent<number>(2);
	expect(recent.get('one')).toBeUndefined();
	expect(recent.keep('one', 1)).toBe(1);
	recent.keep('two', 2);
	expect(recent.get('one')).toBe(1);
	recent.keep('three', 3);
	expect(['one', 'two', 'three'].map((question) => recent.get(question))).toEqual([1, undefined, 3]);
	recent.keep('one', 10);
	expect(recent.get('one')).toBe(10);
});
