import type { Messages } from '../nl.ts';

export const region: Messages['region'] = {
	breadcrumbs: 'Breadcrumbs',
	headline: 'The figures',
	trend: 'Trend',
	trendCaption: (indicator, region) => `${indicator} in ${region}, by period`,
	trendBands: 'Dark band: 50% certainty. Lighter bands: 80% and 95% certainty.',
	trendNarrow: 'The margin is narrower than the line here.',
	trendLine: (region) => `Thick line with dots: ${region}.`,
	trendReference: (compared) => `Thin grey line: ${compared}.`,
	groups: 'Risk groups',
	groupsCaption: (indicator, group) => `${indicator} by ${group}`,
	groupsNote: 'Dot: the share. Line: the 95% interval. Dashed line: everyone in this area.',
	group: 'Group',
	subregions: (level) => `${level} in this area`,
	allOf: (name) => `All areas in ${name}`,
	notes: 'About these figures',
	definition: 'Definition',
	vintage: (v) => `Earlier periods are converted to the classification of ${v}.`,
	noFigures: 'There are no figures for this area.',
	onePeriod: 'There is one period. A trend appears as soon as there are more.',
	period: 'Period',
	here: 'This area',
	print: 'You can print this page as it is.',
	unknownPart: 'Unknown',
	small: 'This area is small. Look also at the area it lies in.'
};
