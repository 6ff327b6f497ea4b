import { definitions } from '../../../../analytics/contract/catalogue.ts';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import { attributeName, codeName } from '../../format/names.ts';
import { outreachTexts } from '../../messages/outreach.ts';
import type { Lang } from '../../messages/index.ts';
import type { Indicator } from '../queries/indicators.ts';

/** A group of units that a plan may aim at. */
export interface Group {
	readonly attribute: string;
	readonly code: string;
	readonly name: string;
}

/** One way of dividing units into groups that a plan chooses from. */
export interface Grouping {
	/** As in the address. */
	readonly slug: string;
	readonly name: string;
	readonly groups: readonly Group[];
	/** A unit may be in more than one of the groups. */
	readonly overlaps: boolean;
}

const LAST_YEAR = '0-11';
/** Codes of a life event that are no time since it. */
const NOT_SINCE: readonly string[] = ['none', 'not_applicable'];

/** All ways of dividing that an indicator offers; everyone together comes first. */
export function groupingsOf({ groups }: Pick<Indicator, 'groups'>, lang: Lang): Grouping[] {
	const m = outreachTexts(lang);
	const events = groups.filter(({ attribute }) => attribute.startsWith('event_'));
	const everyone = [{ attribute: '', code: '', name: m.everyone }];
	return [
		{ slug: 'iedereen', name: m.everyone, groups: everyone, overlaps: false },
		...groups
			.filter((group) => !events.includes(group))
			.map((group) => ({
				slug: group.attribute,
				name: attributeName(group.attribute, lang),
				groups: namesOf(group, lang),
				overlaps: false
			})),
		...(events.length < 2 ? [] : [allEvents(events, lang)]),
		...events.map((event) => ({
			slug: event.attribute,
			name: attributeName(event.attribute, lang),
			groups: namesOf(event, lang).filter(({ code }) => !NOT_SINCE.includes(code)),
			overlaps: false
		}))
	];
}

function namesOf({ attribute, codes }: Indicator['groups'][number], lang: Lang): Group[] {
	return codes
		.filter(({ code }) => code !== UNKNOWN)
		.map((code) => ({ attribute, code: code.code, name: codeName(code[lang], lang) }));
}

function allEvents(events: Indicator['groups'], lang: Lang): Grouping {
	const nameOf = (column: string) =>
		definitions.events.find((event) => event.column === column)?.label[lang] ?? attributeName(column, lang);
	return {
		slug: 'gebeurtenissen',
		name: outreachTexts(lang).allEvents,
		groups: events
			.filter(({ codes }) => codes.some(({ code }) => code === LAST_YEAR))
			.map(({ attribute }) => ({ attribute, code: LAST_YEAR, name: nameOf(attribute) })),
		overlaps: true
	};
}
