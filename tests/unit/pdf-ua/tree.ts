import { isRef } from '../read-pdf.ts';
import type { Dict, Pdf, Ref, Value } from '../read-pdf.ts';
import { roleOf } from './roles.ts';

/** Marked content of a page that an element of the structure tells. */
export interface Told {
	readonly page: number;
	readonly number: number;
}

export interface Node {
	readonly ref: number;
	/** Its type after mapping roles; its own where that leads nowhere. */
	readonly type: string;
	readonly dict: Dict;
	readonly parent: Node | null;
	readonly children: readonly Node[];
	readonly told: readonly Told[];
	/** Objects, such as annotations, that it holds. */
	readonly objects: readonly Ref[];
	/** Elements and content in the order in which they are read. */
	readonly order: readonly (Node | Told)[];
}

export interface Tree {
	readonly root: Dict;
	readonly rootRef: number;
	readonly roles: Dict;
	readonly top: readonly Node[];
	/** All elements, in the order in which they are read. */
	readonly nodes: readonly Node[];
	/** By the number of their object. */
	readonly byRef: ReadonlyMap<number, Node>;
}

export function treeOf(pdf: Pdf, catalogue: Dict): Tree {
	const { StructTreeRoot: at } = catalogue;
	const empty = { root: {}, rootRef: -1, roles: {}, top: [], nodes: [], byRef: new Map<number, Node>() };
	if (!isRef(at)) return empty;
	const root = pdf.dict(at);
	const roles = pdf.get(root.RoleMap) === null ? {} : pdf.dict(root.RoleMap);
	const byRef = new Map<number, Node>();
	const read = (value: Value, parent: Node | null): Node => {
		if (!isRef(value)) throw new Error('an element of the structure that is no object of its own');
		if (byRef.has(value.ref)) throw new Error(`element ${value.ref} stands twice in the structure`);
		const dict = pdf.dict(value);
		const children: Node[] = [];
		const told: Told[] = [];
		const objects: Ref[] = [];
		const order: (Node | Told)[] = [];
		const node = { ref: value.ref, type: roleOf(dict.S, roles), dict, parent, children, told, objects, order };
		byRef.set(value.ref, node);
		for (const kid of pdf.list(dict.K)) {
			const content = contentOf(pdf, kid, dict);
			if (content === null) children.push(read(kid, node));
			else if ('object' in content) objects.push(content.object);
			else told.push(content);
			order.push(...(content === null ? children.slice(-1) : 'object' in content ? [] : [content]));
		}
		return node;
	};
	const top = pdf.list(root.K).map((kid) => read(kid, null));
	return { root, rootRef: at.ref, roles, top, nodes: flat(top), byRef };
}

/** Content of a page or an object, as a number or a dictionary has it; null of an element. */
function contentOf(pdf: Pdf, kid: Value, { Pg: own }: Dict): Told | { object: Ref } | null {
	const page = (at: Value | undefined) => (isRef(at) ? at.ref : -1);
	if (typeof kid === 'number') return { page: page(own), number: kid };
	const dict = pdf.dict(kid);
	if (dict.Type === '/MCR') return { page: page(dict.Pg ?? own), number: dict.MCID as number };
	if (dict.Type === '/OBJR') return { object: dict.Obj as Ref };
	return null;
}

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** An attribute of an element by its owner, wherever in its list of attributes. */
export function attributeOf(pdf: Pdf, { dict }: Node, owner: string, name: string): Value | undefined {
	for (const one of pdf.list(dict.A)) {
		const set = typeof one === 'number' ? {} : pdf.dict(one);
		if (set.O === `/${owner}` && set[name] !== undefined) return pdf.get(set[name]);
	}
	return undefined;
}

export const nameOf = ({ type, ref }: Node) => `${type}, object ${ref}`;
