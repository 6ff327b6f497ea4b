import type { Value } from '../read-pdf.ts';
import { dictOr } from './file.ts';
import type { File, Finding } from './file.ts';
import { nameOf } from './tree.ts';
import type { Node } from './tree.ts';

/** A language as RFC 5646 writes it, without its rarer forms. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[\da-z]{5,8})*$/i;

const isTag = (value: Value | undefined) => typeof value === 'string' && TAG.test(value);

/** Of every text it is known which language it is in (checkpoint 11). */
export function language(file: File): Finding[] {
	return [...wrong(file), ...(isTag(file.catalogue.Lang) ? [] : unknown(file))];
}

/** Languages that are said, and are none. */
function wrong({ catalogue, tree, pages }: File): Finding[] {
	const inText = pages.flatMap(({ content }) =>
		content.shown.flatMap(({ marks }) => marks.map(({ properties }) => properties))
	);
	const said = [catalogue, ...tree.nodes.map(({ dict }) => dict), ...inText].map(({ Lang }) => Lang);
	return said
		.filter((tag) => tag !== undefined && !isTag(tag))
		.map((tag) => ({ condition: '11-001', where: `"${String(tag)}" is no language` }));
}

/** Texts without a language where the whole file has none. */
function unknown(file: File): Finding[] {
	const { pdf, catalogue, pages, tree } = file;
	const of = (node: Node | null): boolean => node !== null && (isTag(node.dict.Lang) || of(node.parent));
	const findings: Finding[] = [{ condition: '11-006', where: 'its metadata' }];
	for (const node of tree.nodes) {
		if (of(node)) continue;
		if (node.told.length > 0) findings.push({ condition: '11-001', where: nameOf(node) });
		const { Alt, ActualText, E } = node.dict;
		if ([Alt, ActualText, E].some((one) => one !== undefined))
			findings.push({ condition: '11-002', where: nameOf(node) });
	}
	if (dictOr(file, catalogue.Outlines).First !== undefined)
		findings.push({ condition: '11-003', where: 'its bookmarks' });
	for (const { ref, dict } of pages)
		for (const annotation of pdf.list(dict.Annots)) {
			const { Contents, TU } = pdf.dict(annotation);
			if (Contents !== undefined) findings.push({ condition: '11-004', where: `page ${ref}` });
			if (TU !== undefined) findings.push({ condition: '11-005', where: `page ${ref}` });
		}
	return findings;
}
