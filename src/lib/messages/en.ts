import { figure, compare, chart, bands, levels, attributes } from './en/figures.ts';
import { choice, overview, map, signals } from './en/overview.ts';
import { region } from './en/region.ts';
import { release } from './en/release.ts';
import { search } from './en/search.ts';
import { error, site, take } from './en/site.ts';
import type { Messages } from './nl.ts';

export const en: Messages = {
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
