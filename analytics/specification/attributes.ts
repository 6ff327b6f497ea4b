import { baseOf, type Attribute } from '../contract/domain.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { AttributeSpec, Spec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

type FlatSpec = Exclude<AttributeSpec, { tree: string }>;
type GroupsSpec = Extract<FlatSpec, { of: string }>;

/** The flat attributes of a specification with their closed code lists, in its own order. */
export function flatAttributes(spec: Spec, fail: Fail): Attribute[] {
	const made = new Map<string, Attribute>();
	const make = (name: string, above: readonly string[]): Attribute => {
		const known = made.get(name);
		if (known !== undefined) return known;
		const rule = spec.attributes[name] as FlatSpec;
		if ('of' in rule) make(groupable(spec, name, rule.of, above, fail), [...above, name]);
		const attribute = 'of' in rule ? groupsAttribute(name, rule, made, fail) : codedAttribute(name, rule, fail);
		made.set(name, attribute);
		return attribute;
	};
	return Object.keys(spec.attributes)
		.filter((name) => !('tree' in spec.attributes[name]!))
		.map((name) => make(name, []));
}

function codedAttribute(name: string, rule: Exclude<FlatSpec, GroupsSpec>, fail: Fail): Attribute {
	const place = `attributes.${name}`;
	if ('size' in rule)
		return { name, codes: Array.from({ length: rule.size }, (_, i) => String(i + 1)), rule: { kind: 'size' } };
	if ('codes' in rule) {
		if (new Set(rule.codes).size !== rule.codes.length) fail(place, 'a code is listed twice');
		if (rule.codes.includes(UNKNOWN)) fail(place, '"unknown" stands for what is not listed; leave it out of codes');
		// A row of no listed period is in no period, so a series has no "unknown".
		const codes = rule.series === undefined ? [...rule.codes, UNKNOWN] : rule.codes;
		return { name, codes, rule: { kind: 'codes', column: rule.column } };
	}
	if ('below' in rule)
		return { name, codes: ['yes', 'no', UNKNOWN], rule: { kind: 'below', column: rule.column, limit: rule.below } };
	const edges = rule.bins;
	if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) fail(place, 'bins must ascend');
	const labels = edges.map((edge, i) => (i + 1 < edges.length ? `${edge}-<${edges[i + 1]}` : `${edge}+`));
	return { name, codes: [...labels, UNKNOWN], rule: { kind: 'bins', column: rule.column, edges } };
}

/** The attribute that `name` is made of, when it can be grouped. */
function groupable(spec: Spec, name: string, of: string, above: readonly string[], fail: Fail): string {
	const place = `attributes.${name}.of`;
	const base = Object.hasOwn(spec.attributes, of) ? spec.attributes[of]! : undefined;
	if (base === undefined) return fail(place, `${of} is not an attribute of this specification`);
	if ('tree' in base) fail(place, `${of} is the region tree, which has levels of its own; name another attribute`);
	if ('series' in base && base.series !== undefined) fail(place, `${of} holds the periods of a series; name another`);
	if (of === name || above.includes(of))
		fail(place, 'the groups go round in a circle; name the attribute with the codes');
	return of;
}

function groupsAttribute(
	name: string,
	{ of, every }: GroupsSpec,
	made: ReadonlyMap<string, Attribute>,
	fail: Fail
): Attribute {
	const place = `attributes.${name}.every`;
	const grouped = made.get(of)!;
	const size = grouped.codes.length;
	const { base, span } = baseOf([...made.values()], grouped);
	if (size % every !== 0) {
		const unknown = base.codes.at(-1) === UNKNOWN ? ', "unknown" included' : '';
		fail(place, `${every} does not divide the ${size} codes of ${of}${unknown}; add or leave out a code or bin`);
	}
	if (size === every) fail(place, `${every} leaves one group, which tells nothing; choose fewer codes per group`);
	const width = span * every;
	const codes = Array.from(
		{ length: size / every },
		(_, i) => `${base.codes[i * width]}..${base.codes[(i + 1) * width - 1]}`
	);
	if (new Set(codes).size !== codes.length)
		fail(place, `two groups get the same name; rename the codes of ${base.name}`);
	return { name, codes, rule: { kind: 'groups', of, every } };
}
