import { definitions } from '../../../../analytics/contract/catalogue.ts';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import { attributeName } from '../../format/attribute-name.ts';
import { codeName } from '../../format/names.ts';
import { outreachTexts } from '../../messages/outreach.ts';
import type { Lang } from '../../messages/index.ts';
import type { Indicator } from '../queries/indicators.ts';

/** A group of units that a plan may aim at. */
export interface Group {
	/** Of a group after a life event both attributes, with a space between them. */
	readonly attribute: string;
	readonly code: string;
	readonly name: string;
	/** Which of the grouping's parts it belongs to. */
	readonly part: number;
}

/** One way of dividing units into groups that a plan chooses from. */
export interface Grouping {
	/** As in the address. */
	readonly slug: string;
	readonly name: string;
	readonly groups: readonly Group[];
	/** Names of what fairness is about; none when that is where people live. */
	readonly parts: readonly string[];
	/** Attribute that is crossed with life events; null when groups are of one characteristic. */
	readonly crossed: string | null;
	/** A unit may be in more than one of the groups. */
	readonly overlaps: boolean;
}

export const LAST_YEAR = '0-11';
/** As in the address. */
const ALL_EVENTS = 'gebeurtenissen';
/** Codes of a life event that are no time since it. */
const NOT_SINCE: readonly string[] = ['none', 'not_applicable'];

/** A group of the nation that figures tell apart some time after a life event. */
interface Crossing {
	readonly attribute: string;
	readonly code: string;
	readonly event: string;
}

/** All ways of dividing that an indicator offers; everyone together comes first. */
export function groupingsOf(
	{ groups }: Pick<Indicator, 'groups'>,
	crossings: readonly Crossing[],
	lang: Lang
): Grouping[] {
	const m = outreachTexts(lang);
	const events = groups.filter(({ attribute }) => attribute.startsWith('event_'));
	const everyone = { attribute: '', code: '', name: m.everyone, part: 0 };
	const plain = { overlaps: false, crossed: null };
	return [
		{ ...plain, slug: 'iedereen', name: m.everyone, groups: [everyone], parts: [] },
		...groups
			.filter((group) => !events.includes(group))
			.map((group) => ({
				...{ ...plain, slug: group.attribute, name: attributeName(group.attribute, lang) },
				...divided(namesOf(group, lang))
			})),
		...(events.length < 2 ? [] : [allEvents(events, lang)]),
		...[...Map.groupBy(crossings, ({ attribute }) => attribute)].map(([attribute, own]) =>
			crossedWith(attribute, own, groups, lang)
		),
		...events.map((event) => ({
			...{ ...plain, slug: event.attribute, name: attributeName(event.attribute, lang) },
			...divided(namesOf(event, lang).filter(({ code }) => !NOT_SINCE.includes(code)))
		}))
	];
}

type Named = Omit<Group, 'part'>;

/** Fairness is about each of the groups. */
function divided(groups: readonly Named[]): Pick<Grouping, 'groups' | 'parts'> {
	return { groups: groups.map((group, part) => ({ ...group, part })), parts: groups.map(({ name }) => name) };
}

function namesOf({ attribute, codes }: Indicator['groups'][number], lang: Lang): Named[] {
	return codes
		.filter(({ code }) => code !== UNKNOWN)
		.map((code) => ({ attribute, code: code.code, name: codeName(code[lang], lang) }));
}

function allEvents(events: Indicator['groups'], lang: Lang): Grouping {
	const groups = events
		.filter(({ codes }) => codes.some(({ code }) => code === LAST_YEAR))
		.map(({ attribute }) => ({ attribute, code: LAST_YEAR, name: eventName(attribute, lang) }));
	return {
		...{ slug: ALL_EVENTS, name: outreachTexts(lang).allEvents, overlaps: true, crossed: null },
		...divided(groups)
	};
}

/** Every group after every event. Fairness is about the groups: parts of them would be too small for a floor each. */
function crossedWith(
	attribute: string,
	crossings: readonly Crossing[],
	groups: Indicator['groups'],
	lang: Lang
): Grouping {
	const known = groups.find((group) => group.attribute === attribute)?.codes ?? [];
	const names = new Map(known.map((code) => [code.code, code[lang]]));
	const codes = [...new Set(crossings.map(({ code }) => code))];
	const nameOf = (code: string) => codeName(names.get(code) ?? code, lang);
	return {
		slug: `${ALL_EVENTS}_${attribute}`,
		name: outreachTexts(lang).crossed(attributeName(attribute, lang)),
		groups: crossings.map(({ code, event }) => ({
			...{ attribute: `${attribute} ${event}`, code, part: codes.indexOf(code) },
			name: outreachTexts(lang).both(attributeName(attribute, lang), nameOf(code), eventName(event, lang))
		})),
		parts: codes.map(nameOf),
		overlaps: true,
		crossed: attribute
	};
}

function eventName(column: string, lang: Lang): string {
	return definitions.events.find((event) => event.column === column)?.label[lang] ?? attributeName(column, lang);
}
