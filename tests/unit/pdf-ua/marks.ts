import { isRef } from '../read-pdf.ts';
import type { Value } from '../read-pdf.ts';
import type { Shown } from './content.ts';
import type { File, Finding, Page } from './file.ts';
import { nameOf } from './tree.ts';

/** Everything on a page is told or an ornament, and never both (checkpoint 01); marks, tree and parent tree agree. */
export function marks(file: File): Finding[] {
	return [...flags(file), ...file.pages.flatMap((page) => [...syntax(page), ...kinds(page)]), ...both(file)];
}

function flags({ pdf, catalogue, tree }: File): Finding[] {
	const info = pdf.get(catalogue.MarkInfo) === null ? {} : pdf.dict(catalogue.MarkInfo);
	return [
		...(info.Marked === true ? [] : [{ condition: 'marked', where: 'the catalogue says that nothing is tagged' }]),
		...(info.Suspects === true ? [{ condition: '01-007', where: 'the catalogue' }] : []),
		...(tree.nodes.length > 0 ? [] : [{ condition: 'marked', where: 'there is no structure' }])
	];
}

const syntax = ({ content, ref }: Page): Finding[] =>
	content.faults.map((fault) => ({ condition: 'marked-content', where: `${fault}, page ${ref}` }));

const isArtifact = ({ tag }: Shown['marks'][number]) => tag === 'Artifact';
const isTagged = ({ properties }: Shown['marks'][number]) => properties.MCID !== undefined;

function kinds({ content, ref }: Page): Finding[] {
	return content.shown.flatMap(({ kind, marks: around }) => {
		const [artifact, tagged] = [around.findIndex(isArtifact), around.findIndex(isTagged)];
		const where = `${kind} on page ${ref}`;
		if (artifact === -1 && tagged === -1) return [{ condition: '01-005', where }];
		if (artifact === -1 || tagged === -1) return [];
		return [{ condition: tagged < artifact ? '01-003' : '01-004', where }];
	});
}

/** Numbers on pages, elements that tell them, and the tree from the one to the other: each the same, both ways. */
function both(file: File): Finding[] {
	return [...parents(file), ...numbers(file), ...parentTree(file)];
}

function parents({ tree }: File): Finding[] {
	const wrong = tree.nodes.filter(({ dict, parent }) => !isRef(dict.P) || dict.P.ref !== (parent?.ref ?? tree.rootRef));
	return wrong.map((node) => ({ condition: 'structure-parent', where: nameOf(node) }));
}

const keyOf = (page: number, number: number) => `number ${number} of page ${page}`;

function numbers({ pages, tree }: File): Finding[] {
	const painted = pages.flatMap(({ ref, content }) => content.numbers.map((number) => keyOf(ref, number)));
	const told = tree.nodes.flatMap((node) => node.told.map(({ page, number }) => keyOf(page, number)));
	const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) < i);
	return [
		...twice(painted).map((where) => ({ condition: 'structure-content', where: `${where} stands twice on its page` })),
		...twice(told).map((where) => ({ condition: 'structure-content', where: `${where} is told twice` })),
		...painted
			.filter((one) => !told.includes(one))
			.map((where) => ({ condition: '01-005', where: `${where} is not told` })),
		...told
			.filter((one) => !painted.includes(one))
			.map((where) => ({ condition: 'structure-content', where: `${where} is not there` }))
	];
}

function parentTree(file: File): Finding[] {
	const { pdf, pages, tree } = file;
	const found = (where: string) => ({ condition: 'parent-tree', where });
	const entries = new Map(tree.root.ParentTree === undefined ? [] : numbered(file, tree.root.ParentTree));
	const keys = new Set<number>();
	const findings: Finding[] = [];
	const take = (key: Value | undefined, where: string) => {
		if (typeof key !== 'number' || keys.has(key) || !entries.has(key)) findings.push(found(`key of ${where}`));
		if (typeof key === 'number') keys.add(key);
		return typeof key === 'number' ? entries.get(key) : undefined;
	};
	for (const { ref, dict, content } of pages) {
		if (content.numbers.length === 0) continue;
		const owners = pdf.list(take(dict.StructParents, `page ${ref}`));
		for (const [number, owner] of owners.entries()) {
			const node = isRef(owner) ? tree.byRef.get(owner.ref) : undefined;
			const tells = node?.told.some((one) => one.page === ref && one.number === number) ?? false;
			if (owner !== null && !tells) findings.push(found(keyOf(ref, number)));
		}
		for (const number of content.numbers)
			if (!isRef(owners[number])) findings.push(found(`${keyOf(ref, number)} has no owner`));
	}
	for (const node of tree.nodes)
		for (const object of node.objects) {
			const owner = take(pdf.dict(object).StructParent, `object ${object.ref}`);
			if (!isRef(owner) || owner.ref !== node.ref) findings.push(found(`object ${object.ref}`));
		}
	const next = tree.root.ParentTreeNextKey;
	if (typeof next !== 'number' || next <= Math.max(-1, ...entries.keys())) findings.push(found('the next key'));
	return [
		...findings,
		...[...entries.keys()].filter((key) => !keys.has(key)).map((key) => found(`key ${key} is unused`))
	];
}

/** Keys and values of a number tree (ISO 32000-1, 7.9.7). */
function numbered(file: File, at: Value): [number, Value][] {
	const node = file.pdf.dict(at);
	const flat = file.pdf.list(node.Nums);
	const own = flat.flatMap((key, i) => (i % 2 === 0 ? [[key as number, flat[i + 1]!] as [number, Value]] : []));
	return [...own, ...file.pdf.list(node.Kids).flatMap((kid) => numbered(file, kid))];
}
