import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { tableCsv } from './table-csv.ts';

/** linkedom has no `rows` and `cells`. */
function table(rows: readonly string[][]): HTMLTableElement {
	const { document } = parseHTML('<html><body></body></html>');
	const cells = rows.map((row) =>
		row.map((html) => {
			const cell = document.createElement('td');
			cell.innerHTML = html;
			return cell;
		})
	);
	return { rows: cells.map((row) => ({ cells: row })) } as unknown as HTMLTableElement;
}

const rows = [
	['Periode', 'Aandeel', 'Betrouwbaarheid'],
	['2022', '7,4%', '<abbr>A<span class="visually-hidden">, zeer betrouwbaar</span></abbr>'],
	['2023', 'te weinig om iets over te zeggen', 'X']
];

it('writes numbers as a Dutch spreadsheet reads them, and says which are percentages', () => {
	expect(tableCsv(table(rows), 'nl')).toBe(
		'\ufeff"Periode";"Aandeel (%)";"Betrouwbaarheid"\r\n"2022";7,4;"A"\r\n"2023";"te weinig om iets over te zeggen";"X"\r\n'
	);
});

it('writes English numbers with points and commas between fields', () => {
	const english = [
		['Group', 'Count'],
		['a', '1,234.5'],
		['b', '-0.3']
	];
	expect(tableCsv(table(english), 'en')).toBe('\ufeff"Group","Count"\r\n"a",1234.5\r\n"b",-0.3\r\n');
});

it('never leaves a name to be read as a formula', () => {
	expect(tableCsv(table([['Naam'], ['=1+1'], ['+316%'], ['-1+2']]), 'nl')).toBe(
		'\ufeff"Naam (%)"\r\n"\'=1+1"\r\n316\r\n"\'-1+2"\r\n'
	);
});
