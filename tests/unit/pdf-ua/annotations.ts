import { isRef } from '../read-pdf.ts';
import type { Dict } from '../read-pdf.ts';
import type { File, Finding } from './file.ts';
import type { Node } from './tree.ts';

/** Kinds that ISO 32000-1 knows (table 169). */
const KNOWN = new Set(
	[
		...['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline'],
		...['Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'FileAttachment', 'Sound', 'Movie', 'Widget'],
		...['Screen', 'PrinterMark', 'TrapNet', 'Watermark', '3D', 'Redact']
	].map((kind) => `/${kind}`)
);
/** By which element each kind is held; others by Annot. */
const HOLDERS: Record<string, readonly [type: string, condition: string]> = {
	'/Link': ['Link', '28-011'],
	'/Widget': ['Form', '28-010']
};
const HIDDEN = 1 << 1;

/** Links and other things to click stand in the structure, in words, and in its order (checkpoint 28). */
export function annotations(file: File): Finding[] {
	const { pdf, pages, tree } = file;
	const holders = new Map(tree.nodes.flatMap((node) => node.objects.map(({ ref }) => [ref, node] as const)));
	return pages.flatMap(({ ref, dict }) => {
		const all = pdf.list(dict.Annots);
		if (all.length === 0) return [];
		const order = dict.Tabs === undefined ? ['28-008'] : dict.Tabs === '/S' ? [] : ['28-009'];
		return [
			...order.map((condition) => ({ condition, where: `page ${ref}` })),
			...all.flatMap((one) => {
				const where = isRef(one) ? `annotation ${one.ref}` : `page ${ref}`;
				const holder = isRef(one) ? holders.get(one.ref) : undefined;
				return conditionsOf(pdf.dict(one), holder, dict, file).map((condition) => ({ condition, where }));
			})
		];
	});
}

function conditionsOf(annotation: Dict, holder: Node | undefined, page: Dict, { pdf }: File): string[] {
	const { Subtype: kind, Contents, TU, F: flags = 0 } = annotation;
	if (kind === '/Popup' || ((flags as number) & HIDDEN) !== 0 || outside(annotation, page, pdf)) return [];
	if (kind === '/PrinterMark') return holder === undefined ? [] : ['28-017'];
	const [type, condition] = HOLDERS[String(kind)] ?? ['Annot', '28-002'];
	const said = [Contents, holder?.dict.Alt].some((one) => typeof one === 'string' && one.trim() !== '');
	const isSilent = kind !== '/Widget' && !said;
	const isUnnamed = kind === '/Widget' && TU === undefined && holder?.dict.Alt === undefined;
	const isUntold = kind === '/Link' && (typeof Contents !== 'string' || Contents.trim() === '');
	return [
		...(KNOWN.has(String(kind)) ? [] : ['28-006']),
		...(kind === '/TrapNet' ? ['28-007'] : []),
		...(within(holder, type) ? [] : [condition]),
		...(isSilent ? ['28-004'] : []),
		...(isUnnamed ? ['28-005'] : []),
		...(isUntold ? ['28-012'] : []),
		...(kind === '/FileAttachment' || kind === '/Screen' || kind === '/Movie' ? ['28-016'] : [])
	];
}

const within = (node: Node | null | undefined, type: string): boolean =>
	node !== null && node !== undefined && (node.type === type || within(node.parent, type));

function outside({ Rect }: Dict, { MediaBox }: Dict, pdf: File['pdf']): boolean {
	const [left = 0, bottom = 0, right = 0, top = 0] = pdf.list(Rect) as readonly number[];
	const [west = 0, south = 0, east = 0, north = 0] = pdf.list(MediaBox) as readonly number[];
	return right < west || left > east || top < south || bottom > north;
}
