import { z } from 'zod';
import { formats } from '../../downloads.ts';
import { queries } from '../../url.ts';
import { EXPORTS_PER_MINUTE } from '../limit.ts';
import { jsonStatSchema } from './json-stat-schema.ts';
import { BRIEF, WHOLE_RELEASE } from './weights.ts';

type View = keyof typeof queries;

/** What a parameter means; the schemas of the addresses say what it may be. */
const MEANING: Record<string, string> = {
	cijfer: 'Release line and indicator, "specification.indicator", as in the first column of every CSV',
	periode: 'Period, such as 2023 or 2024Q4; the latest when left out',
	niveau: 'Level of regions: land, landsdeel, provincie, corop, gemeente, wijk, buurt',
	gebied: 'Code of a region, such as GM0363',
	groep: 'Group of people: "attribute.code"; of a plan the attribute by which groups are made',
	indeling: 'Region tree, when more than one holds the code',
	gebeurtenis: 'Id of a life event',
	uren: 'Hours of work that a plan may take',
	eerlijk: 'Whether every group gets its part: ja or nee',
	leren: 'Per cent of the capacity that lots are drawn for',
	q: 'Part of a name of a region, with or without accents'
};

/** What a plan assumes of a home visit (bezoek), a call (bellen) and a letter (brief). */
const ASSUMED: Record<string, string> = {
	Uren: 'Hours that one takes',
	Antwoord: 'Per cent of people who respond',
	Hoogstens: 'Most that can be done'
};

/** Parameters that change how a page looks, and nothing of its figures. */
const OF_PAGES = new Set(['volgorde', 'kaart', 'toon', 'zoek', 'naast', 'van']);
/** A region's file has every figure and period. */
const OF_REGION_PAGE = new Set(['cijfer', 'periode']);

const TYPES = {
	csv: { 'text/csv': { schema: { type: 'string' } } },
	xlsx: {
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
			schema: { type: 'string', contentEncoding: 'binary' }
		}
	},
	json: { 'application/json': { schema: { $ref: '#/components/schemas/JsonStat' } } }
};

interface Parameter {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required?: true;
	readonly description: string;
	readonly schema: object;
}

interface Path {
	readonly get: {
		readonly summary: string;
		readonly parameters: readonly Parameter[];
		readonly responses: Readonly<
			Record<string, { readonly description: string; readonly content?: object; readonly headers?: object }>
		>;
	};
	readonly servers?: readonly { readonly url: string }[];
}

/** The addresses that give figures to programs, as OpenAPI 3.1. */
export function openApi() {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Voorzicht',
			version: '1',
			summary: 'Noise-protected risk indicators for poverty and debt per region',
			description:
				'Every file holds the figures of the page with the same address. Shares are per cent, rounded as their noise allows; ' +
				'a value that is not told is empty and its row has status X. A network gets ' +
				`${EXPORTS_PER_MINUTE} light downloads a minute; long files count as more, a whole release as ${WHOLE_RELEASE}, a council brief as ${BRIEF}.`
		},
		servers: [
			{ url: '/', description: 'Dutch: names, decimal commas and semicolons in CSV' },
			{ url: '/en', description: 'English: names, decimal points and commas in CSV' }
		],
		paths: pathsOf(),
		components: { schemas: { JsonStat: jsonStatSchema } }
	};
}

function pathsOf(): Record<string, Path> {
	return {
		...figures('', 'overview', 'Figures of the overview: the country in each period, every region of a level in one'),
		...figures(
			'/regio/{code}',
			'region',
			'Every figure of one region, its groups and periods, the country and its parts'
		),
		...figures('/signalen', 'signals', 'Open signals, and those suspected to come from supply'),
		'/signalen/feed.atom': get(
			'Open signals of the latest period, and those that were open in the period before, as an Atom feed (RFC 4287)',
			{ 'application/atom+xml': { schema: { type: 'string' } } },
			inQuery('signals').filter(({ name }) => name !== 'periode')
		),
		'/signalen/open.json': get(
			'By what each signal of now is known: open, and suspected to come from supply',
			anObject,
			[]
		),
		...figures('/levensgebeurtenissen', 'events', 'Risk after life events beside people without them'),
		...figures('/prioriteren', 'outreach', 'A plan for outreach with given capacity'),
		...figures('/vergelijken', 'comparison', 'Every figure of a period for a few regions'),
		...figures('/valideren', 'cards', 'How far the warnings of an indicator can be trusted'),
		'/gegevens/{id}/{level}.csv': get('Every figure of one level of a release, streamed', TYPES.csv, [
			inPath('id', 'Number of a release that holds now', { type: 'integer', minimum: 1 }),
			inPath('level', 'Level of regions; "totaal" of a release without regions', { type: 'string' })
		]),
		'/regio/{code}/brief.pdf': get(
			'The council brief of a region',
			{
				'application/pdf': { schema: { type: 'string', contentEncoding: 'binary' } }
			},
			[region]
		),
		'/zoek/voorstellen.json': get(
			'Regions by a part of their name, the likeliest first',
			{
				'application/json': { schema: { type: 'array', maxItems: 8, items: { type: 'object' } } }
			},
			inQuery('search')
		),
		'/methode/vrijgave/{id}/manifest.json': inDutchOnly(
			get('Manifest of a release, as it was signed', anObject, [release])
		),
		'/methode/vrijgave/{id}/signature.json': inDutchOnly(
			get('Signature of a release; 404 when its files were not kept', anObject, [release])
		),
		'/methode/audit.json': inDutchOnly(get('Report of the latest audit by attack', anObject, []))
	};
}

const anObject = { 'application/json': { schema: { type: 'object' } } };
const inPath = (name: string, description: string, schema: object): Parameter => ({
	...{ name, in: 'path', required: true, description, schema }
});
const region = inPath('code', MEANING.gebied!, { type: 'string' });
const release = inPath('id', 'Number of a release', { type: 'integer', minimum: 1 });

/** Programs read these, and their words are one language. */
const inDutchOnly = (path: Path): Path => ({ ...path, servers: [{ url: '/' }] });

/** The figures of a view in each form. */
function figures(path: string, view: View, summary: string): Record<string, Path> {
	const parameters = [...(path.includes('{code}') ? [region] : []), ...inQuery(view)];
	return Object.fromEntries(
		formats.map((format) => [`${path}/cijfers.${format}`, get(summary, TYPES[format], parameters)])
	);
}

function inQuery(view: View): Parameter[] {
	return Object.entries(queries[view] as Record<string, z.ZodType>)
		.filter(([name]) => !OF_PAGES.has(name) && !(view === 'region' && OF_REGION_PAGE.has(name)))
		.map(([name, schema]) => ({ name, in: 'query', description: meaningOf(name), schema: schemaOf(schema) }));
}

function meaningOf(name: string): string {
	const [, way, what] = /^(bezoek|bellen|brief)([A-Z].*)$/.exec(name) ?? [];
	return MEANING[name] ?? `${ASSUMED[what ?? ''] ?? name} (${way ?? ''})`;
}

function schemaOf(schema: z.ZodType): object {
	const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
	// OpenAPI 3.1 has this dialect by itself, and wants it said only where it is another.
	return $schema === 'https://json-schema.org/draft/2020-12/schema' ? rest : { $schema, ...rest };
}

function get(summary: string, content: object, parameters: readonly Parameter[]): Path {
	return {
		get: {
			summary,
			parameters,
			responses: {
				'200': { description: 'The file', content },
				'404': { description: 'Not known, or nothing to tell' },
				'429': {
					description: 'Too many downloads',
					headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }
				},
				'503': { description: 'The figures cannot be reached' }
			}
		}
	};
}
