import { expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

it('lets go of what was asked for longest ago when there is no more room', () => {
	const shelf = new Shelf<string>(10);
	shelf.set('a', 'A', 4);
	shelf.set('b', 'B', 4);
	expect(shelf.get('a')).toBe('A');
	shelf.set('c', 'C', 4);
	expect([shelf.get('a'), shelf.get('b'), shelf.get('c')]).toEqual(['A', undefined, 'C']);
	expect(shelf.bytes).toBe(8);
});

it('counts a value that takes the place of another once, and never holds one that is too large', () => {
	const shelf = new Shelf<string>(10);
	shelf.set('a', 'A', 4);
	shelf.set('a', 'A2', 9);
	expect(shelf.bytes).toBe(9);
	shelf.set('a', 'A3', 11);
	expect(shelf.get('a')).toBeUndefined();
	expect(shelf.bytes).toBe(0);
});
