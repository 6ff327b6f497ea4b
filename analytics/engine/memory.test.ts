import { expect, it } from 'vitest';
import { usualMemory } from './memory.ts';

it('leaves a part of the machine to others', () => {
	const gib = 2 ** 30;
	expect(usualMemory(5 * gib)).toBe('4096MiB');
	expect(usualMemory(10 * gib)).toBe('8192MiB');
});
