import { expect, it } from 'vitest';
import { reachInWords, reachRange } from './reach.ts';

it('rounds to whole units and its interval outward', () => {
	expect(reachInWords(1234.4, 'nl')).toBe('ongeveer 1.234');
	expect(reachInWords(0.4, 'nl')).toBe('minder dan 1');
	expect(reachRange({ lower: 26.7, upper: 49.1 }, 'nl')).toBe('tussen 26 en 50');
	expect(reachRange({ lower: 0, upper: 0.2 }, 'en')).toBe('between 0 and 1');
});
