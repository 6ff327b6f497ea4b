import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const rows = [
	{ code: 'GM3', name: 'Zwolle', position: 3, share: null, lower: null },
	{ code: 'GM1', name: 'Étten', position: 1, share: 0.09, lower: 0.05 },
	{ code: 'GM2', name: "'s-Gravenhage", position: 2, share: 0.08, lower: 0.07 },
	{ code: 'GM5', name: 'zeist', position: 5, share: null, lower: null },
	{ code: 'GM4', name: 'Ede', position: 4, share: 0.09, lower: 0.05 }
];
const codes = (order: Parameters<typeof inOrder>[1]) => inOrder(rows, order).map(({ code }) => code);

it('puts the highest lower end first, then the highest share, then the place in the tree', () => {
	expect(codes('zeker')).toEqual(['GM2', 'GM1', 'GM4', 'GM3', 'GM5']);
	expect(codes('aandeel')).toEqual(['GM1', 'GM4', 'GM2', 'GM3', 'GM5']);
});

it('orders names without accents and capitals', () => {
	expect(codes('naam')).toEqual(['GM2', 'GM4', 'GM1', 'GM5', 'GM3']);
});
