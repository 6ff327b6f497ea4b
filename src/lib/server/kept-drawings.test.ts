import { expect, it, vi } from 'vitest';
import { keptDrawings } from './kept-drawings.ts';

it('draws the same input once, and another one anew', () => {
	const draw = vi.fn(({ share }: { share: number }) => `<svg>${share}</svg>`);
	const kept = keptDrawings(draw);
	expect([kept({ share: 0.1 }), kept({ share: 0.1 }), kept({ share: 0.2 })]).toEqual([
		'<svg>0.1</svg>',
		'<svg>0.1</svg>',
		'<svg>0.2</svg>'
	]);
	expect(draw).toHaveBeenCalledTimes(2);
});

it('lets go of what was asked for longest ago', () => {
	const draw = vi.fn((name: string) => name.repeat(100));
	const kept = keptDrawings(draw, 400);
	for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) expect(kept(name)).toBe(name.repeat(100));
	expect(draw.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

it('keeps nothing of a drawing that does not fit', () => {
	const draw = vi.fn((name: string) => name);
	const kept = keptDrawings(draw, 5);
	for (const name of ['abc', 'abc', 'a', 'a']) kept(name);
	expect(draw.mock.calls.flat()).toEqual(['abc', 'abc', 'a']);
});
