import type { Dict, Value } from '../read-pdf.ts';
import type { File, Finding } from './file.ts';

/** Types of elements that every reader knows (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
	[
		...[
			'Document',
			'Part',
			'Art',
			'Sect',
			'Div',
			'BlockQuote',
			'Caption',
			'TOC',
			'TOCI',
			'Index',
			'NonStruct',
			'Private'
		],
		...['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'],
		...['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot'],
		...['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot'],
		...['Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form']
	].map((type) => `/${type}`)
);

/** The standard type that a type stands for; itself where its roles lead nowhere or in a circle. */
export function roleOf(type: Value | undefined, roles: Dict): string {
	const way = wayOf(String(type), roles);
	const last = way.at(-1)!;
	return (STANDARD.has(last) ? last : String(type)).slice(1);
}

/** A type and what it is mapped to, step by step; stops where it comes back. */
function wayOf(type: string, roles: Dict): string[] {
	const way = [type];
	for (let next = roles[type.slice(1)]; typeof next === 'string'; next = roles[next.slice(1)]) {
		if (STANDARD.has(way.at(-1)!)) break;
		way.push(next);
		if (way.indexOf(next) < way.length - 1) break;
	}
	return way;
}

export function roles({ tree }: File): Finding[] {
	const used = new Set(tree.nodes.map(({ dict }) => String(dict.S)));
	const named = Object.keys(tree.roles).map((name) => `/${name}`);
	const findings: Finding[] = [];
	for (const type of new Set([...used, ...named])) {
		const way = wayOf(type, tree.roles);
		const last = way.at(-1)!;
		if (way.indexOf(last) < way.length - 1) findings.push({ condition: '02-003', where: type });
		else if (!STANDARD.has(last)) findings.push({ condition: '02-001', where: type });
		if (STANDARD.has(type) && named.includes(type)) findings.push({ condition: '02-004', where: type });
	}
	return findings;
}
