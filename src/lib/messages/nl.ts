import { figure, compare, chart, bands, levels, attributes } from './nl/figures.ts';
import { choice, overview, map, signals } from './nl/overview.ts';
import { region } from './nl/region.ts';
import { release } from './nl/release.ts';
import { search } from './nl/search.ts';
import { error, site, take } from './nl/site.ts';

/** All texts in Dutch at B1 level, one file a page. The type of this object is the catalogue; other languages have the same keys. */
export const nl = {
	site,
	take,
	choice,
	overview,
	map,
	figure,
	compare,
	signals,
	region,
	chart,
	search,
	release,
	error,
	bands,
	levels,
	attributes
};

/** The same keys, in another language. */
export type Texts<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: { readonly [K in keyof T]: Texts<T[K]> };

export type Messages = Texts<typeof nl>;
