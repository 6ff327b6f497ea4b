/**
 * As much of a document as drawing a chart takes: elements of SVG with attributes and children, found by name or attribute, and
 * written as text. Drawing takes several times as long on a document that can do everything.
 */
export class SvgDocument {
	readonly documentElement = new SvgElement('svg', this);

	createElementNS(_namespace: string | null, name: string): SvgElement {
		return new SvgElement(name, this);
	}

	createTextNode(text: string): SvgText {
		return new SvgText(text);
	}
}

class SvgText {
	parentNode: SvgElement | null = null;
	readonly textContent: string;

	constructor(text: string) {
		this.textContent = text;
	}

	get outerHTML(): string {
		return escaped(this.textContent);
	}
}

type SvgNode = SvgElement | SvgText;

/** A drawing keeps no inline style. */
const STYLE = { setProperty: () => undefined, removeProperty: () => undefined };

class SvgElement {
	readonly localName: string;
	readonly ownerDocument: SvgDocument;
	readonly namespaceURI = 'http://www.w3.org/2000/svg';
	readonly style = STYLE;
	parentNode: SvgElement | null = null;
	childNodes: SvgNode[] = [];
	readonly #attributes = new Map<string, string>();

	constructor(name: string, document: SvgDocument) {
		this.localName = name;
		this.ownerDocument = document;
	}

	get attributes(): { name: string; value: string }[] {
		return Array.from(this.#attributes, ([name, value]) => ({ name, value }));
	}

	get children(): SvgElement[] {
		return this.childNodes.filter((node) => node instanceof SvgElement);
	}

	getAttribute(name: string): string | null {
		return this.#attributes.get(name) ?? null;
	}

	hasAttribute(name: string): boolean {
		return this.#attributes.has(name);
	}

	getAttributeNS(_namespace: string, name: string): string | null {
		return this.getAttribute(name);
	}

	setAttribute(name: string, value: unknown): void {
		this.#attributes.set(name, String(value));
	}

	setAttributeNS(_namespace: string, name: string, value: unknown): void {
		this.setAttribute(name, value);
	}

	removeAttribute(name: string): void {
		this.#attributes.delete(name);
	}

	removeAttributeNS(_namespace: string, name: string): void {
		this.removeAttribute(name);
	}

	append(...nodes: SvgNode[]): void {
		for (const node of nodes) this.insertBefore(node, null);
	}

	prepend(...nodes: SvgNode[]): void {
		for (const node of nodes.toReversed()) this.insertBefore(node, this.childNodes[0] ?? null);
	}

	appendChild<Node extends SvgNode>(node: Node): Node {
		return this.insertBefore(node, null);
	}

	insertBefore<Node extends SvgNode>(node: Node, next: SvgNode | null): Node {
		if ((node as SvgNode) === next) return node;
		node.parentNode?.removeChild(node);
		node.parentNode = this;
		if (next === null) this.childNodes.push(node);
		else this.childNodes.splice(this.childNodes.indexOf(next), 0, node);
		return node;
	}

	removeChild(node: SvgNode): void {
		this.childNodes.splice(this.childNodes.indexOf(node), 1);
		node.parentNode = null;
	}

	remove(): void {
		this.parentNode?.removeChild(this);
	}

	replaceWith(node: SvgNode): void {
		this.parentNode?.insertBefore(node, this);
		this.remove();
	}

	get textContent(): string {
		return this.childNodes.map((node) => node.textContent).join('');
	}

	set textContent(text: string) {
		this.childNodes = [];
		if (text !== '') this.append(new SvgText(text));
	}

	querySelector(selector: string): SvgElement | null {
		return this.querySelectorAll(selector)[0] ?? null;
	}

	/** All elements inside with a name, such as "path", or with an attribute, such as "[style]". */
	querySelectorAll(selector: string): SvgElement[] {
		const attribute = /^\[([\w-]+)\]$/.exec(selector)?.[1];
		if (attribute === undefined && !/^\w+$/.test(selector)) throw new Error(`No such selector here: ${selector}`);
		const found: SvgElement[] = [];
		this.#find(
			attribute === undefined ? (one) => one.localName === selector : (one) => one.#attributes.has(attribute),
			found
		);
		return found;
	}

	#find(fits: (element: SvgElement) => boolean, found: SvgElement[]): void {
		for (const child of this.childNodes) {
			if (child instanceof SvgText) continue;
			if (fits(child)) found.push(child);
			child.#find(fits, found);
		}
	}

	get outerHTML(): string {
		let text = `<${this.localName}`;
		for (const [name, value] of this.#attributes) text += ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`;
		if (this.childNodes.length === 0) return `${text} />`;
		text += '>';
		for (const node of this.childNodes) text += node.outerHTML;
		return `${text}</${this.localName}>`;
	}
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&#160;' };

const escaped = (text: string) => text.replace(/[&<>\u00a0]/g, (sign) => SIGNS[sign]!);
