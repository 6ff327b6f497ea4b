import { expect, it } from 'vitest';
import { told } from './told.ts';

const figure = { region: 'GM1', numerator: 3, numerator_se: 1, denominator: 4_321, denominator_se: 1 };

it('tells a figure with a share whole', () => {
	expect(told({ ...figure, share: 0 })).toEqual({ ...figure, share: 0 });
});

it('tells no count of a figure without a share', () => {
	const counts = { numerator: null, numerator_se: null, denominator: null, denominator_se: null };
	expect(told({ ...figure, share: null })).toEqual({ region: 'GM1', share: null, ...counts });
});
