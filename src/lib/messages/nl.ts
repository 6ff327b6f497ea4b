import { figure, compare, chance, chart, period, bands, levels } from './nl/figures.ts';
import { choice, overview, signals } from './nl/overview.ts';
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
	figure,
	compare,
	signals,
	region,
	chance,
	chart,
	search,
	release,
	error,
	period,
	bands,
	levels
};

/** The same keys, in another language. */
export type Texts<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: { readonly [K in keyof T]: Texts<T[K]> };

export type Messages = Texts<typeof nl>;
