import type { File, Finding } from './file.ts';
import { nameOf } from './tree.ts';

/** Headings begin at the first level and skip none on the way down (checkpoint 14). */
export function headings({ tree }: File): Finding[] {
	const numbered = tree.nodes.filter(({ type }) => /^H[1-6]$/.test(type));
	const plain = tree.nodes.filter(({ type }) => type === 'H');
	const findings: Finding[] = [];
	for (const [i, node] of numbered.entries()) {
		const level = Number(node.type[1]);
		const before = i === 0 ? 0 : Number(numbered[i - 1]!.type[1]);
		if (i === 0 && level !== 1) findings.push({ condition: '14-002', where: nameOf(node) });
		else if (level > before + 1) findings.push({ condition: '14-003', where: nameOf(node) });
	}
	for (const node of tree.nodes)
		if (node.children.filter(({ type }) => type === 'H').length > 1)
			findings.push({ condition: '14-006', where: nameOf(node) });
	if (numbered.length > 0 && plain.length > 0) findings.push({ condition: '14-007', where: nameOf(plain[0]!) });
	return findings;
}
