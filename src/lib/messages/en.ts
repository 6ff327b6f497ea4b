import { figure, compare, chance, chart, period, bands, levels } from './en/figures.ts';
import { choice, overview, signals } from './en/overview.ts';
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
