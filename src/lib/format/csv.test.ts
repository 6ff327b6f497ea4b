import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('writes numbers and separators as the language has them, texts in quotes, and nothing for what is not told', () => {
	const rows = [['gebied', 'bereik', 'grens'] as const, ['Den Haag; Zuid', 1234.56, null] as const];
	expect(csv(rows, 'nl')).toBe('\ufeff"gebied";"bereik";"grens"\r\n"Den Haag; Zuid";1234,56;\r\n');
	expect(csv(rows, 'en')).toBe('\ufeff"gebied","bereik","grens"\r\n"Den Haag; Zuid",1234.56,\r\n');
});

it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', ' =1', '\u00a0=1', '＝1', '=a"b;c'])(
	'keeps %j from being read as a formula',
	(text) => expect(csv([[text]], 'nl')).toBe(`\ufeff"'${text.replaceAll('"', '""')}"\r\n`)
);

it.each(["'s-Gravenhage", 'a=1', 'Ee'])('leaves %j as it is', (text) =>
	expect(csv([[text]], 'en')).toBe(`\ufeff"${text}"\r\n`)
);
