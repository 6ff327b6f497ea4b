import { z } from 'zod';
import { outreachRanges } from './outreach-ranges.ts';

/** The state of a view lives in its query string. Each parameter is read here, once; what is malformed is reported. */
const overviewFields = {
	/** Release line and indicator: "spec.indicator". */
	cijfer: z.string().regex(/^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/),
	periode: z.string().min(1).max(32),
	niveau: z.string().min(1).max(64),
	volgorde: z.enum(['zeker', 'aandeel', 'naam']),
	kaart: z.enum(['tegels', 'grenzen']),
	toon: z.literal('alle')
};

const regionFields = {
	/** Region tree, when more than one holds the code. */
	indeling: z.string().min(1).max(128),
	/** Every part of the region, not just the first. */
	toon: z.literal('alle'),
	/** What is looked at side by side: of which figure, what, and since which period. */
	cijfer: overviewFields.cijfer,
	naast: z.string().regex(/^[a-z0-9_]{1,64}$/i),
	van: overviewFields.periode
};

const searchFields = {
	q: z.string().trim().max(80)
};

/** A number as people type it, with a point or a comma. */
const number = ({ least, most }: { readonly least: number; readonly most: number }) =>
	z
		.string()
		.regex(/^\d{1,6}([.,]\d{1,2})?$/)
		.transform((text) => Number(text.replace(',', '.')))
		.pipe(z.number().min(least).max(most));
const hours = number(outreachRanges.Uren);
const response = number(outreachRanges.Antwoord);
const contacts = number(outreachRanges.Hoogstens).pipe(z.int());

const outreachFields = {
	cijfer: overviewFields.cijfer,
	gebied: z.string().min(1).max(64),
	niveau: overviewFields.niveau,
	/**
	 * Attribute by which households are grouped; "iedereen" for none, "gebeurtenissen" for all life events, "gebeurtenissen_age"
	 * for all life events by age.
	 */
	groep: z.string().regex(/^[a-z0-9_]{1,64}$/i),
	uren: number(outreachRanges.uren),
	bezoekUren: hours,
	bezoekAntwoord: response,
	bezoekHoogstens: contacts,
	bellenUren: hours,
	bellenAntwoord: response,
	bellenHoogstens: contacts,
	briefUren: hours,
	briefAntwoord: response,
	briefHoogstens: contacts,
	eerlijk: z.enum(['ja', 'nee']),
	/** Per cent of the capacity that lots are drawn for. */
	leren: number(outreachRanges.leren)
};

const comparisonFields = {
	cijfer: overviewFields.cijfer,
	periode: overviewFields.periode,
	/** What is looked for among the regions, to add one. */
	zoek: searchFields.q
};

/** Lines that can still be told apart in one chart. */
export const MOST_BESIDE = 3;

/** Regions, or groups, that still fit beside each other. */
export const MOST_COMPARED = 5;
/** Group of people that figures are about: "attribute.code". */
const group = z
	.string()
	.min(1)
	.max(256)
	.regex(/^[^\0]*$/);
const regionCode = z
	.string()
	.min(1)
	.max(64)
	.regex(/^[^\0]*$/);

const signalsFields = {
	cijfer: overviewFields.cijfer,
	periode: overviewFields.periode,
	niveau: overviewFields.niveau,
	/** Code of the region whose parts are looked at. */
	gebied: regionCode
};

const eventFields = {
	/** Id of a life event. */
	gebeurtenis: z.string().regex(/^[a-z0-9-]{1,64}$/),
	/** Release line and indicator: "spec.indicator". */
	cijfer: overviewFields.cijfer,
	periode: overviewFields.periode,
	/** Code of a region. */
	gebied: z.string().min(1).max(64),
	/** Level of the regions that are listed. */
	niveau: overviewFields.niveau,
	/** Every region of the list. */
	toon: z.literal('alle')
};

const cardFields = {
	cijfer: overviewFields.cijfer
};

const dataFields = {
	/** Number of a release. */
	publicatie: z.string().regex(/^[1-9]\d{0,8}$/)
};

/** What the address of a view may say, for the description of the API. */
export const queries = {
	overview: overviewFields,
	region: regionFields,
	signals: signalsFields,
	events: eventFields,
	outreach: outreachFields,
	comparison: { ...comparisonFields, gebied: z.array(regionCode), groep: z.array(group) },
	cards: cardFields,
	search: searchFields
};

/** Names of all parameters that some page reads: pages at addresses with others are not kept by the server. */
export const parameters: ReadonlySet<string> = new Set(
	[
		overviewFields,
		regionFields,
		searchFields,
		outreachFields,
		comparisonFields,
		signalsFields,
		eventFields,
		cardFields,
		dataFields
	]
		.flatMap((fields) => Object.keys(fields))
		.concat('gebied', 'groep', 'vergelijk')
);

type Fields = Record<string, z.ZodType>;
type State<F extends Fields> = { [K in keyof F]?: z.infer<F[K]> };

export type OverviewState = State<typeof overviewFields>;
/** With codes or names of the regions whose lines are drawn beside the region's own, in order. */
export type RegionState = State<typeof regionFields> & { vergelijk: string[] };
export type SearchState = State<typeof searchFields>;
export type SignalsState = State<typeof signalsFields>;
export type OutreachState = State<typeof outreachFields>;
/**
 * Codes of the regions side by side, in order; the first is what the others are compared with. So with groups, of which two or
 * more are compared in the first region; one is what the figures of all regions are about.
 */
export type ComparisonState = State<typeof comparisonFields> & { gebied: string[]; groep: string[] };

export type EventState = State<typeof eventFields>;

export interface Parsed<S> {
	readonly state: S;
	/** Names of parameters whose value could not be used. */
	readonly ignored: string[];
}

function parse<F extends Fields>(fields: F, params: URLSearchParams): Parsed<State<F>> {
	const state: State<F> = {};
	const ignored: string[] = [];
	for (const [name, schema] of Object.entries(fields) as [keyof F & string, z.ZodType][]) {
		const raw = params.get(name);
		if (raw === null || raw === '') continue;
		// No text in the database holds a null character, and a question with one is refused.
		const result = raw.includes('\0') ? undefined : schema.safeParse(raw);
		if (result?.success) state[name] = result.data as never;
		else ignored.push(name);
	}
	return { state, ignored };
}

export const parseOverview = (params: URLSearchParams) => parse(overviewFields, params);
export const parseSignals = (params: URLSearchParams) => parse(signalsFields, params);
export const parseSearch = (params: URLSearchParams) => parse(searchFields, params);
export const parseData = (params: URLSearchParams) => parse(dataFields, params);
export const parseCards = (params: URLSearchParams) => parse(cardFields, params);
export const parseOutreach = (params: URLSearchParams) => parse(outreachFields, params);

export function parseRegion(params: URLSearchParams): Parsed<RegionState> {
	const { state, ignored } = parse(regionFields, params);
	const asked = [...new Set(params.getAll('vergelijk').map((text) => text.trim()))].filter((text) => text !== '');
	const vergelijk = asked.filter((text) => text.length <= 80 && !text.includes('\0')).slice(0, MOST_BESIDE);
	if (vergelijk.length < asked.length) ignored.push('vergelijk');
	return { state: { ...state, vergelijk }, ignored };
}

/** Of more regions or groups than fit beside each other, the first; `more` says that there were. */
export function parseComparison(params: URLSearchParams): Parsed<ComparisonState> & { readonly more: boolean } {
	const { state, ignored } = parse(comparisonFields, params);
	const several = (name: 'gebied' | 'groep', schema: z.ZodType) => {
		const asked = [...new Set(params.getAll(name).filter((text) => text !== ''))];
		const used = asked.filter((text) => schema.safeParse(text).success);
		if (used.length < asked.length) ignored.push(name);
		return used;
	};
	const [gebied, groep] = [several('gebied', regionCode), several('groep', group)];
	return {
		state: { ...state, gebied: gebied.slice(0, MOST_COMPARED), groep: groep.slice(0, MOST_COMPARED) },
		ignored,
		more: Math.max(gebied.length, groep.length) > MOST_COMPARED
	};
}

export const parseEvents = (params: URLSearchParams) => parse(eventFields, params);
