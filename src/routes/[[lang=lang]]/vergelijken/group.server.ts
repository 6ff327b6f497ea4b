import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import { attributeName } from '$lib/format/attribute-name.ts';
import { codeName } from '$lib/format/names.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';

/** The people that a comparison is about. */
export interface Group {
	/** As an address says it; empty for everyone together. */
	readonly value: string;
	readonly attribute: string;
	readonly code: string;
	readonly name: string;
}

/** Everyone together, who go by no name. */
export const everyone: Group = { value: '', attribute: '', code: '', name: '' };

/** Groups that an indicator is broken down by, as options under the name of their attribute. */
export function groupOptions({ groups }: Indicator, lang: Lang) {
	return groups.map(({ attribute, codes }) => ({
		title: attributeName(attribute, lang),
		options: codes
			.filter(({ code }) => code !== UNKNOWN)
			.map((code) => ({ value: `${attribute}.${code.code}`, label: codeName(code[lang], lang) }))
	}));
}

/** The groups that the address asks for, each "attribute.code", in their order; none for everyone. */
export function chooseGroups(indicator: Indicator, asked: readonly string[], ignored: string[], lang: Lang): Group[] {
	const options = groupOptions(indicator, lang).flatMap(({ title, options }) =>
		options.map((option) => ({ ...option, title }))
	);
	const found = asked.flatMap((value) => options.find((option) => option.value === value) ?? []);
	if (found.length < asked.length && !ignored.includes('groep')) ignored.push('groep');
	const alike = found.length > 1 && new Set(found.map(({ title }) => title)).size === 1;
	return found.map(({ value, label, title }) => {
		const dot = value.indexOf('.');
		const name = alike ? label : `${label} (${title})`;
		return { value, attribute: value.slice(0, dot), code: value.slice(dot + 1), name };
	});
}
