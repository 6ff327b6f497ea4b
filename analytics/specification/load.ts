import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Domain } from '../contract/domain.ts';
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
	const tree = treeName === undefined ? null : await loadTree(treeName, dirname(path));
	return {
		spec,
		domain: publicDomain(spec, tree, basename(path)),
		regionVintage: treeName === undefined ? null : basename(treeName),
		path
	};
}

function parseSpec(text: string, name: string): Spec {
	const document = parseDocument(text, { prettyErrors: true });
	const syntax = document.errors[0];
	if (syntax !== undefined)
		throw new InputError(`${name} is not valid YAML or JSON: ${syntax.message.split('\n')[0]?.replace(/:$/, '')}.`);
	const result = specSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
	if (!result.success) throw new InputError(`${name}: ${firstIssue(result.error)}`);
	return result.data;
}

/** The first thing that is wrong, with its place: `tables[0].by[1]: ...`. */
export function firstIssue(error: z.ZodError): string {
	const issue = deepest(error.issues);
	if (issue === undefined) return 'does not follow its schema.';
	const place = issue.path.reduce<string>(
		(text, part) =>
			typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
		''
	);
	return `${place === '' ? 'the whole' : place}: ${issue.message}.`;
}

interface Issue {
	path: readonly PropertyKey[];
	message: string;
}

/** Of a union, the branch that got furthest says most about what its author meant. */
function deepest(issues: readonly z.core.$ZodIssue[]): Issue | undefined {
	const issue = issues[0];
	if (issue === undefined || issue.code !== 'invalid_union') return issue;
	const branches = issue.errors
		.map((branch) => deepest(branch))
		.filter((b) => b !== undefined)
		.sort((a, b) => b.path.length - a.path.length || Number(isSize(a)) - Number(isSize(b)));
	const best = branches[0];
	return best === undefined ? issue : { path: [...issue.path, ...best.path], message: best.message };
}

function isSize(issue: Issue): boolean {
	return issue.message.startsWith('Unrecognized');
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
