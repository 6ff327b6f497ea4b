/** Rows of a table, the first cell of each its heading. */
export interface TableRows {
	readonly kind: 'rows';
	readonly rows: readonly (readonly string[])[];
}

/** The rows as HTML text: a page may hold hundreds, and they never change. */
export function tableRows({ rows }: TableRows): string {
	const cells = ([head = '', ...others]: readonly string[]) =>
		`<th scope="row">${escaped(head)}</th>${others.map((text) => `<td>${escaped(text)}</td>`).join('')}`;
	return rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign]!);
