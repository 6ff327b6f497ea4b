import { isRef, readPdf } from '../read-pdf.ts';
import type { Dict, Pdf, Value } from '../read-pdf.ts';
import { contentOf } from './content.ts';
import type { Content } from './content.ts';
import { treeOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** What is wrong, by the index of the Matterhorn Protocol or a name of our own, and where. */
export interface Finding {
	readonly condition: string;
	readonly where: string;
}

export interface Page {
	/** Number of its object. */
	readonly ref: number;
	readonly dict: Dict;
	readonly content: Content;
}

/** A file as the conditions look at it. */
export interface File {
	readonly pdf: Pdf;
	readonly catalogue: Dict;
	readonly pages: readonly Page[];
	readonly tree: Tree;
}

export function openFile(bytes: Uint8Array): File {
	const pdf = readPdf(bytes);
	const catalogue = pdf.dict(pdf.trailer.Root);
	return { pdf, catalogue, pages: pagesOf(pdf, catalogue.Pages), tree: treeOf(pdf, catalogue) };
}

function pagesOf(pdf: Pdf, node: Value | undefined): Page[] {
	const dict = pdf.dict(node);
	if (dict.Type === '/Pages') return pdf.list(dict.Kids).flatMap((kid) => pagesOf(pdf, kid));
	if (!isRef(node)) throw new Error('a page that is no object of its own');
	const resources = pdf.dict(dict.Resources);
	const named = (name: string) => pdf.dict(pdf.dict(resources.Properties)[name]);
	return [{ ref: node.ref, dict, content: contentOf(textOf(pdf, dict.Contents), named) }];
}

function textOf(pdf: Pdf, contents: Value | undefined): string {
	const parts = isRef(contents) && !Array.isArray(pdf.get(contents)) ? [contents] : pdf.list(contents);
	return parts.map((part) => pdf.stream(part).toString('latin1')).join('\n');
}

/** A dictionary, or an empty one where there is none. */
export function dictOr({ pdf }: Pick<File, 'pdf'>, value: Value | undefined): Dict {
	return pdf.get(value) === null ? {} : pdf.dict(value);
}
