import { z } from 'zod';

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
	toon: z.literal('alle')
};

const searchFields = {
	q: z.string().trim().max(80)
};

type Fields = Record<string, z.ZodType>;
type State<F extends Fields> = { [K in keyof F]?: z.infer<F[K]> };

export type OverviewState = State<typeof overviewFields>;
export type RegionState = State<typeof regionFields>;
export type SearchState = State<typeof searchFields>;

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
		const result = schema.safeParse(raw);
		if (result.success) state[name] = result.data as never;
		else ignored.push(name);
	}
	return { state, ignored };
}

export const parseOverview = (params: URLSearchParams) => parse(overviewFields, params);
export const parseRegion = (params: URLSearchParams) => parse(regionFields, params);
export const parseSearch = (params: URLSearchParams) => parse(searchFields, params);
