import { expect, it } from 'vitest';
import { readXlsx } from '../../../../tests/xlsx.ts';
import { BOLD, PLAIN, workbook } from './workbook.ts';
import type { Cell, Sheet } from './workbook.ts';

const sheet = (name: string, rows: Cell[][]): Sheet => ({
	...{ name, rows, widths: (rows[0] ?? []).map(() => 9), hasHead: true },
	style: (row) => (row === 0 ? BOLD : PLAIN)
});
const about = { title: 'Proef & <meer>', lang: 'nl-NL' };

it('keeps every sign that XML can hold, and leaves out the others', async () => {
	const rows = [['a < b & "c"', ' =1+1 ', 'é漢🙂', 'nul\u0000, bel\u0007, half\ud800', null, -0.5]];
	const read = readXlsx(await workbook([sheet('Blad', rows)], about));
	expect(read.get('Blad')).toEqual([['a < b & "c"', ' =1+1 ', 'é漢🙂', 'nul, bel, half', null, -0.5]]);
});

it('has as many columns and sheets as it is given, and the same bytes each time', async () => {
	const wide = [Array.from({ length: 60 }, (_, i) => i), Array.from({ length: 60 }, (_, i) => `kolom ${i}`)];
	const sheets = [sheet('Een', wide), sheet('Twee & drie', [['x']])];
	const file = await workbook(sheets, about);
	const read = readXlsx(file);
	expect([...read.keys()]).toEqual(['Een', 'Twee & drie']);
	expect(read.get('Een')).toEqual(wide);
	expect(Buffer.compare(file, await workbook(sheets, about))).toBe(0);
});
