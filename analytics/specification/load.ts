import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import type { Domain } from '../contract/domain.ts';
import { firstIssue } from '../contract/issue.ts';
import { specSchema, type Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { publicDomain } from './domain.ts';
import { readText } from './read-text.ts';
import { loadTree } from './tree.ts';

export interface Specification {
	readonly spec: Spec;
	/** Every key that the release can have; made from public inputs only. */
	readonly domain: Domain;
	/** Name of the region tree: "cbs:2024" or a file name; null without regions. */
	readonly regionVintage: string | null;
	/** Absolute path of the file that it was read from. */
	readonly path: string;
}

/**
 * Reads a release specification (YAML or JSON) and the region tree it names. Touches no microdata.
 * @throws InputError naming the file, the place and the rule.
 */
export async function loadSpecification(file: string): Promise<Specification> {
	const path = resolve(file);
	const spec = parseSpec(await readText(path, 'specification'), basename(path));
	const treeName = Object.values(spec.attributes).flatMap((a) => ('tree' in a ? [a.tree] : []))[0];
	if (treeName !== undefined) requireClassification(spec, treeName, basename(path));
	const tree = treeName === undefined ? null : await loadTree(treeName, dirname(path));
	return {
		spec,
		domain: publicDomain(spec, tree, basename(path)),
		regionVintage: treeName === undefined ? null : basename(treeName),
		path
	};
}

/** Records on one year's classification would find no region on another year's tree, and count as unknown. */
function requireClassification({ source }: Spec, tree: string, file: string): void {
	const vintage = /^cbs:(\d{4})/.exec(tree)?.[1];
	if (source?.kind !== 'cbs' || vintage === undefined || Number(vintage) === source.classification) return;
	throw new InputError(
		`${file}: the tree is ${tree} and source.classification is ${source.classification}. Give both the same year.`
	);
}

function parseSpec(text: string, name: string): Spec {
	const document = parseDocument(text, { prettyErrors: true });
	const fault = document.errors[0];
	if (fault !== undefined) {
		const line = fault.linePos?.[0].line ?? 1;
		throw new InputError(`${name}, line ${line}: this is not valid YAML or JSON: ${SYNTAX[fault.code] ?? UNCLEAR}.`);
	}
	const result = specSchema.safeParse(plainValue(document, name));
	if (!result.success) throw new InputError(`${name}: ${firstIssue(result.error)}`);
	return result.data;
}

/** The parser's own words quote the file, which may be another file than its user thinks. */
const UNCLEAR = 'check its brackets, quotation marks and indentation';
const SYNTAX: Readonly<Record<string, string>> = {
	DUPLICATE_KEY: 'one name is given twice',
	TAB_AS_INDENT: 'it is indented with a tab; use spaces',
	MISSING_CHAR: 'a bracket, quotation mark, colon or comma is missing',
	MULTIPLE_DOCS: 'it holds more than one document'
};

function plainValue(document: Document.Parsed, name: string): unknown {
	try {
		const value: unknown = document.toJS({ maxAliasCount: 100 });
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
	} catch (error) {
		throw new InputError(`${name}: an alias (*name) points nowhere, or aliases are used too often.`, { cause: error });
	}
	throw new InputError(
		`${name}: this is no release specification; it starts with names such as id:, unit: and tables:.`
	);
}

/**
 * Where the records of a `kind: table` source are. `microdata`, a folder or the file itself, comes from the command line;
 * without it the path counts from the specification's own folder.
 */
export function sourceFile(specification: Specification, microdata: string | undefined, isFile: boolean): string {
	const { spec, path } = specification;
	if (spec.source?.kind !== 'table') throw new InputError(`${basename(path)}: source: names no file.`);
	if (microdata !== undefined) return isFile ? resolve(microdata) : resolve(microdata, spec.source.file);
	return isAbsolute(spec.source.file) ? spec.source.file : join(dirname(path), spec.source.file);
}
