import { expect, it } from 'vitest';
import { tableRows } from './table-rows.ts';

it('writes rows with their headings, and a name only as text', () => {
	const rows = [['<b>A & B</b>', '2023', '7,4%'], []];
	expect(tableRows({ kind: 'rows', rows })).toBe(
		'<tr><th scope="row">&lt;b&gt;A &amp; B&lt;/b&gt;</th><td>2023</td><td>7,4%</td></tr><tr><th scope="row"></th></tr>'
	);
});
