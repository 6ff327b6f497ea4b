import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The first thing that is wrong in a document, with its place, in plain words: `tables[0].by[1]: must be a text.` */
export function firstIssue(error: z.ZodError): string {
	const issue = error.issues[0];
	if (issue === undefined) return 'does not follow its schema.';
	const { path, message } = deepest(issue);
	return `${placeOf(path)}${message}.`;
}

function placeOf(path: readonly PropertyKey[]): string {
	if (path.length === 0) return '';
	const text = path.reduce<string>(
		(place, part) =>
			typeof part === 'number' ? `${place}[${part}]` : place === '' ? String(part) : `${place}.${String(part)}`,
		''
	);
	return `${text}: `;
}

interface Worded {
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

/** Of a union, the branch that got furthest says most about what its author meant, unless the union has a rule of its own. */
function deepest(issue: Issue): Worded {
	if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input' || issue.errors.length === 0)
		return { path: issue.path, message: inWords(issue) };
	const firsts = issue.errors.flatMap((branch) => branch.slice(0, 1));
	if (firsts.length > 1 && firsts.every(isMissing))
		return {
			path: issue.path,
			message: `needs one of ${[...new Set(firsts.map(({ path }) => String(path.at(-1))))].join(', ')}`
		};
	const branches = firsts.map((one) => ({ one, ...deepest(one) }));
	const best = branches.sort(
		(a, b) => b.path.length - a.path.length || Number(isUnrecognized(a.one)) - Number(isUnrecognized(b.one))
	)[0];
	if (best === undefined) return { path: issue.path, message: 'is not of a kind that is known here' };
	return { path: [...issue.path, ...best.path], message: best.message };
}

function isMissing(issue: Issue): boolean {
	return issue.code === 'invalid_type' && issue.path.length > 0 && issue.message.endsWith('received undefined');
}

function isUnrecognized(issue: Issue): boolean {
	return issue.code === 'unrecognized_keys';
}

const KINDS: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	array: 'a list, such as [a, b]',
	object: 'a group of names and values, such as { a: 1 }',
	record: 'a group of names and values, such as { a: 1 }'
};

/** The library's own words are for programmers; rules that the schemas state themselves stay as they are. */
function inWords(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			if (issue.message.endsWith('received undefined')) return 'is missing';
			return `must be ${KINDS[issue.expected] ?? issue.expected}`;
		case 'invalid_value':
			return `must be ${issue.values.map(String).join(' or ')}`;
		case 'unrecognized_keys':
			return `there is no setting named ${issue.keys.map((key) => key.slice(0, 40)).join(', ')}; check its spelling`;
		case 'too_small':
			return `must ${size(issue.origin, 'at least', issue.minimum, issue.inclusive)}`;
		case 'too_big':
			return `must ${size(issue.origin, 'at most', issue.maximum, issue.inclusive)}`;
		case 'invalid_key':
			return issue.issues[0] === undefined ? 'is not a valid name' : inWords(issue.issues[0] as Issue);
		case 'invalid_union':
			return issue.message.replace(/^Invalid discriminator value\. Expected /, 'must be ').replaceAll(' | ', ' or ');
		default:
			return issue.message;
	}
}

function size(origin: string, bound: string, limit: number | bigint, inclusive: boolean | undefined): string {
	const of: Record<string, string> = { string: 'characters', array: 'items', object: 'entries', record: 'entries' };
	if (of[origin] !== undefined) return `have ${bound} ${limit} ${of[origin]}`;
	if (inclusive === false) return `be ${bound === 'at least' ? 'above' : 'below'} ${limit}`;
	return `be ${bound} ${limit}`;
}
