import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import { attributeName, codeName } from '$lib/format/names.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';

/** The people that a comparison is about. */
export interface Group {
	readonly attribute: string;
	readonly code: string;
	/** Null for everyone together. */
	readonly name: string | null;
}

export const everyone: Group = { attribute: '', code: '', name: null };

/** Groups that an indicator is broken down by, as options under the name of their attribute. */
export function groupOptions({ groups }: Indicator, lang: Lang) {
	return groups.map(({ attribute, codes }) => ({
		title: attributeName(attribute, lang),
		options: codes
			.filter(({ code }) => code !== UNKNOWN)
			.map((code) => ({ value: `${attribute}.${code.code}`, label: codeName(code[lang], lang) }))
	}));
}

/** The group that the address asks for, "attribute.code", or everyone. */
export function chooseGroup(indicator: Indicator, asked: string | undefined, ignored: string[], lang: Lang): Group {
	if (asked === undefined) return everyone;
	for (const { title, options } of groupOptions(indicator, lang)) {
		const option = options.find(({ value }) => value === asked);
		const dot = asked.indexOf('.');
		if (option !== undefined)
			return { attribute: asked.slice(0, dot), code: asked.slice(dot + 1), name: `${option.label} (${title})` };
	}
	ignored.push('groep');
	return everyone;
}
