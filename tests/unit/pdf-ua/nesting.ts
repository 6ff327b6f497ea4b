import type { File, Finding } from './file.ts';
import { nameOf } from './tree.ts';
import type { Node } from './tree.ts';

interface Rule {
	/** Types that it may stand in; any where left out. */
	readonly in?: readonly string[];
	/** Types that it may hold; any where left out. */
	readonly holds?: readonly string[];
	/** Whether it holds elements only, and no words of its own. */
	readonly bare?: true;
	/** Types of which it has at most one, and only at its beginning or its end. */
	readonly once?: readonly string[];
}

const ROWS = ['Table', 'THead', 'TBody', 'TFoot'];

/** How tables (Table 337), lists (336), tables of contents (333) and glosses (338) are built up in ISO 32000-1. */
const rules: Record<string, Record<string, Rule>> = {
	'09-004': {
		Table: { holds: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], bare: true, once: ['Caption', 'THead', 'TFoot'] },
		THead: { in: ['Table'], holds: ['TR'], bare: true },
		TBody: { in: ['Table'], holds: ['TR'], bare: true },
		TFoot: { in: ['Table'], holds: ['TR'], bare: true },
		TR: { in: ROWS, holds: ['TH', 'TD'], bare: true },
		TH: { in: ['TR'] },
		TD: { in: ['TR'] }
	},
	'09-005': {
		L: { holds: ['L', 'LI', 'Caption'], bare: true, once: ['Caption'] },
		LI: { in: ['L'], holds: ['Lbl', 'LBody'], bare: true },
		LBody: { in: ['LI'] },
		Lbl: { in: ['LI', 'Note', 'BibEntry', 'TOCI', 'Formula', 'Form', 'Figure'] }
	},
	'09-006': {
		TOC: { holds: ['TOC', 'TOCI', 'Caption'], bare: true, once: ['Caption'] },
		TOCI: { in: ['TOC'], holds: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] }
	},
	'09-007': {
		Ruby: { holds: ['RB', 'RT', 'RP'] },
		RB: { in: ['Ruby'] },
		RT: { in: ['Ruby'] },
		RP: { in: ['Ruby'] }
	},
	'09-008': {
		Warichu: { holds: ['WT', 'WP'] },
		WT: { in: ['Warichu'] },
		WP: { in: ['Warichu'] }
	},
	document: { Document: { bare: true } }
};

export function nesting({ tree }: File): Finding[] {
	const roots =
		tree.top.length === 1 && tree.top[0]!.type === 'Document' ? [] : [{ condition: 'document', where: 'its root' }];
	return [
		...roots,
		...Object.entries(rules).flatMap(([condition, byType]) =>
			tree.nodes
				.filter((node) => breaks(node, byType[node.type] ?? {}))
				.map((node) => ({ condition, where: nameOf(node) }))
		)
	];
}

function breaks({ parent, children, told }: Node, { in: places, holds, bare, once = [] }: Rule): boolean {
	const types = children.map(({ type }) => type);
	const isMisplaced = (type: string) => {
		const at = types.flatMap((one, i) => (one === type ? [i] : []));
		return at.length > 1 || (type === 'Caption' && at.some((i) => i > 0 && i < types.length - 1));
	};
	return (
		(places !== undefined && !places.includes(parent?.type ?? '')) ||
		(holds !== undefined && types.some((type) => !holds.includes(type))) ||
		(bare === true && told.length > 0) ||
		once.some(isMisplaced)
	);
}
