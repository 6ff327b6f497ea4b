import { expect, it } from 'vitest';
import { catalogue, definitionFor } from './catalogue.ts';

it('an indicator has its own definition; who comes into a state or gets out of it, that of the state', () => {
	for (const one of catalogue) expect(definitionFor(one.id)).toBe(one);
	for (const flow of ['inflow', 'outflow'])
		expect(definitionFor(`problematic-debts-${flow}`)?.id).toBe('problematic-debts');
	expect(definitionFor('problematic-debts-elsewhere')).toBeUndefined();
	expect(definitionFor('inflow')).toBeUndefined();
});
