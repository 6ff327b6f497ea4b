import { audit } from './en/audit.ts';
import { definitions } from './en/definitions.ts';
import { figure, compare, chart, bands, levels, attributes } from './en/figures.ts';
import { method } from './en/method.ts';
import { choice, overview, map, signals } from './en/overview.ts';
import { region } from './en/region.ts';
import { release } from './en/release.ts';
import { search } from './en/search.ts';
import { site, error } from './en/site.ts';
import type { Messages } from './nl.ts';

export const en: Messages = {
	site,
	choice,
	overview,
	map,
	figure,
	compare,
	signals,
	region,
	chart,
	search,
	method,
	definitions,
	audit,
	release,
	error,
	bands,
	levels,
	attributes
};
