import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('writes numbers and separators as the language has them', () => {
	const rows = [['gebied', 'bereik'] as const, ['Den Haag; Zuid', 1234.56] as const];
	expect(csv(rows, 'nl')).toBe('\ufeffgebied;bereik\r\n"Den Haag; Zuid";1234,6\r\n');
	expect(csv(rows, 'en')).toBe('\ufeffgebied,bereik\r\nDen Haag; Zuid,1234.6\r\n');
});

it('keeps texts from being read as formulas', () => {
	const texts = ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', "'s-Gravenhage", 'a=1'];
	expect(
		csv(
			texts.map((text) => [text]),
			'nl'
		)
	).toBe("\ufeff'=1+1\r\n'+1\r\n'-1\r\n'@sum\r\n'\t=1\r\n\"'\r=1\"\r\n's-Gravenhage\r\na=1\r\n");
	expect(csv([['=a"b;c']], 'nl')).toBe('\ufeff"\'=a""b;c"\r\n');
});
