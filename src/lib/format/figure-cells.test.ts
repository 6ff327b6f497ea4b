import { expect, it } from 'vitest';
import { figureCells } from './figure-cells.ts';
import { inWords } from './numbers.ts';

it('says the same numbers as the page does in words', () => {
	for (const [share, se] of [
		[0.0742, 0.0015],
		[0.0742, 0.0004],
		[0.31, 0.04],
		[0.002, 0.003]
	] as const) {
		const [lower, upper] = [Math.max(0, share - 1.96 * se), share + 1.96 * se];
		const figure = { share, share_se: se, lower, upper, reliability: 'B' } as const;
		const [shown, from, to, letter] = figureCells(figure, 'nl');
		expect(`${shown} (tussen ${from} en ${to})`).toBe(inWords(figure, 'nl'));
		expect(letter).toBe('B');
	}
});

it('says in words that there is too little, and no number', () => {
	const withheld = { share: null, share_se: null, lower: null, upper: null, reliability: 'X' } as const;
	expect(figureCells(withheld, 'nl')).toEqual(['te weinig om iets over te zeggen', '', '', 'X']);
	const bound = { share: null, share_se: null, lower: 0, upper: 0.034, reliability: 'D' } as const;
	expect(figureCells(bound, 'nl')).toEqual(['minder dan 3,4%', '0%', '3,4%', 'D']);
});
