import type { Value } from '../read-pdf.ts';
import type { Shown } from './content.ts';
import type { File, Finding, Page } from './file.ts';
import { isWithin } from './geometry.ts';
import type { Box } from './geometry.ts';
import { attributeOf, nameOf } from './tree.ts';
import type { Node } from './tree.ts';

/** Points that a line may be thick beyond its middle. */
const SPARE = 3;
const isText = (value: Value | undefined) => typeof value === 'string' && value.trim() !== '';
const within = (node: Node | null, ...types: string[]): boolean =>
	node !== null && (types.includes(node.type) || within(node.parent, ...types));

/** Pictures and formulas are told in words, stand where they say, and nothing else is drawn (13, 17). */
export function figures(file: File): Finding[] {
	return [...words(file), ...file.tree.nodes.flatMap((node) => place(file, node)), ...drawn(file)];
}

function words({ tree }: File): Finding[] {
	return tree.nodes.flatMap((node) => {
		const { Alt, ActualText } = node.dict;
		const where = nameOf(node);
		if (node.type === 'Figure' && !isText(Alt) && !isText(ActualText)) return [{ condition: '13-004', where }];
		if (node.type === 'Formula' && !isText(Alt)) return [{ condition: '17-002', where }];
		return [];
	});
}

/** A picture says where it is (ISO 32000-1, table 344), and is nowhere else. */
function place({ pdf, pages }: File, node: Node): Finding[] {
	if (node.type !== 'Figure') return [];
	const box = attributeOf(pdf, node, 'Layout', 'BBox');
	const found = { condition: 'bounding-box', where: nameOf(node) };
	const isBox = Array.isArray(box) && box.length === 4 && box.every((one) => typeof one === 'number');
	if (!isBox) return [found];
	const [left, bottom, right, top] = box as unknown as [number, number, number, number];
	const said: Box = { left, bottom, right, top };
	const own = pages.flatMap((page) => page.content.shown.filter((one) => tells(node, page, one)));
	return own.every((one) => one.box === null || isWithin(one.box, said, SPARE)) ? [] : [found];
}

function tells({ told }: Node, { ref }: Page, { marks }: Shown): boolean {
	return marks.some(({ properties }) => told.some(({ page, number }) => page === ref && number === properties.MCID));
}

/** Lines and images in an element that is no picture nor inside one. */
function drawn({ pages, tree }: File): Finding[] {
	const owner = new Map(tree.nodes.flatMap((node) => node.told.map(({ page, number }) => [`${page} ${number}`, node])));
	return pages.flatMap(({ ref, content }) =>
		content.shown.flatMap(({ kind, marks }) => {
			const number = marks.findLast(({ properties }) => properties.MCID !== undefined)?.properties.MCID;
			if (kind === 'text' || number === undefined) return [];
			const node = owner.get(`${ref} ${String(number)}`) ?? null;
			const isDrawing = within(node, 'Figure', 'Formula', 'Form', 'Link');
			return node === null || isDrawing ? [] : [{ condition: '13-001', where: nameOf(node) }];
		})
	);
}
