import { expect, inject, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { huntMutations } from '../../tests/database/ledger-mutations.ts';

it('finds every mutation of a stored ledger', async () => {
	const { falseAlarms, made, missed } = await huntMutations(await freshDatabase(), inject('scratch'), 5, 240);
	expect(falseAlarms).toEqual([]);
	expect(missed).toEqual([]);
	expect(Math.min(...made.values())).toBeGreaterThanOrEqual(5);
	expect([...made.values()].reduce((a, b) => a + b)).toBe(240);
});
