import { expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { loadTree } from './tree.ts';

it('names the Dutch tree by its classification, and the level that it ends at', async () => {
	expect((await loadTree('cbs:2021', '.')).levels.at(-1)).toBe('buurt');
	const tree = await loadTree('cbs:2018-gemeente', '.');
	expect(tree.levels).toEqual(['land', 'landsdeel', 'provincie', 'corop', 'gemeente']);
	expect(tree.leaves()).toHaveLength(380);
});

it.each(['cbs:1999', 'cbs:2024-straat', 'cbs:2024/gemeente', 'cbs:24'])('refuses %s', async (name) => {
	await expect(loadTree(name, '.')).rejects.toThrow(InputError);
});
