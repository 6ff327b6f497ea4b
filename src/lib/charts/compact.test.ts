import { expect, it } from 'vitest';
import { shortPath } from './compact.ts';

/** Absolute points of a path of M, l and Z. */
function points(path: string): [number, number][] {
	const found: [number, number][] = [];
	for (const [, command, rest = ''] of path.matchAll(/([Ml])([^MlZ]*)/g))
		for (const pair of rest.split(' ')) {
			const [x = NaN, y = NaN] = pair.split(',').map(Number);
			const last = found.at(-1) ?? [0, 0];
			found.push(command === 'M' ? [x, y] : [last[0] + x, last[1] + y]);
		}
	return found;
}

it('keeps every point to a tenth, however long the path', () => {
	const given = Array.from({ length: 200 }, (_, i) => [Math.sin(i) * 100 + i * 0.333, Math.cos(i) * 50] as const);
	const short = shortPath(`M${given.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join('L')}Z`);
	expect(short.endsWith('Z')).toBe(true);
	const kept = points(short);
	expect(kept).toHaveLength(200);
	for (const [i, [x, y]] of kept.entries()) {
		expect(Math.abs(x - given[i]![0])).toBeLessThan(0.051);
		expect(Math.abs(y - given[i]![1])).toBeLessThan(0.051);
	}
});

it('starts each ring anew', () => {
	expect(shortPath('M0,0L1,0L1,1ZM5,5L6,5.04Z')).toBe('M0,0l1,0 0,1ZM5,5l1,0Z');
});

it('leaves curves alone', () => {
	expect(shortPath('M0,0C1,2,3,4,5,6')).toBe('M0,0C1,2,3,4,5,6');
});
