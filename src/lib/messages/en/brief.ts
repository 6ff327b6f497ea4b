import type { Texts } from '../nl.ts';
import type { brief as nl } from '../nl/brief.ts';

type Unit = 'person' | 'household';
const units = (unit: Unit) => (unit === 'person' ? 'persons' : 'households');

export const brief: Texts<typeof nl> = {
	title: 'Council brief',
	of: (region) => `Council brief: ${region}`,
	place: (level, within) => (within === '' ? level : `${level} in ${within}`),
	about: 'What we know about poverty and debt, and how sure that is.',
	dated: (date) => `As published on ${date}.`,
	download: 'Download as PDF',
	print: 'You can also print this page.',
	back: (region) => `All figures of ${region}`,
	page: (number, of) => `page ${number} of ${of}`,

	none: 'There are no figures for this region. Look also at the region it lies in.',
	short: 'In short',
	inShort: (label, words, period) => `${label}: ${words} in ${period}.`,
	oneOf: (k, n, unit) => `about ${k} in ${n} ${units(unit)}`,
	almostAll: (unit) => `nearly all ${units(unit)}`,
	fewerThan: (n, unit) => `fewer than 1 in ${n} ${units(unit)}`,
	bound: (percent, unit) => `${percent} of ${units(unit)}`,
	tooUnsure: (range, unit) => `very uncertain, ${range} of ${units(unit)}`,

	figures: 'The figures',
	indicator: 'Figure',
	share: 'Share',
	noShare: 'none',
	reliability: 'Letter',
	change: 'Change',
	since: (points, interval, previous) => `${points} since ${previous} (${interval})`,
	noChange: 'no earlier period',
	unknownChange: 'not known',

	trend: 'The trend',
	trendNone: 'Too few periods have a figure yet to show a trend.',
	lineChart: (title) => `Line chart. ${title}.`,
	dotChart: (title) => `Chart of dots. ${title}.`,
	valueIn: (name, words) => `${name}: ${words}.`,

	rising: 'What is rising?',
	risingSignal: (label, words) => `${label}. ${words}`,
	risingSimple: (label, rise) => `${label}: ${rise}. This rise is larger than noise and chance.`,
	tooSmall: (labels) => `Too small to watch alone: ${labels}.`,
	quiet: (labels) => `We see nothing rising in: ${labels}.`,
	noneWatched:
		'The figures of this region are not watched. That needs enough periods, and a region that is large enough.',
	othersNotWatched: 'The other figures are not watched. That needs enough periods, and a region that is large enough.',
	more: (n) => `And ${n} more on the website.`,

	groups: 'Risk groups',
	groupsNone: 'There are no figures by group for this region, or too few to say anything about.',

	similar: 'Similar municipalities',
	similarLead: 'They are alike in inhabitants, density and size of households. Poverty and debt do not count.',
	around: 'Regions that this region lies in',
	aroundLead: 'This shows whether a figure belongs to this region, or to everything around it.',
	parts: 'Regions with the highest share',
	partsLead: 'The order goes by the lower limit: the share that is almost certainly there.',
	overlap: 'Do two intervals overlap? Then the difference may be noise.',
	area: 'Region',

	how: 'How to read this brief',
	noise: 'Every figure carries a little noise: a random number added or taken off. So nobody can be recognised.',
	interval: 'Behind each figure is an interval. About 19 times out of 20, the figure without noise lies in it.',
	changes: 'A change counts, besides noise, also the chance of small numbers.',
	letters: 'Letter A is very reliable and B reliable. C is uncertain and D very uncertain. At X we say nothing.',
	cause: 'The figures show where something occurs more often. They do not say why.',
	source: (title, period, version, status, date) => `${title}, ${period}. Version ${version} of ${date}, ${status}.`,
	definitionOf: (label, description, version) =>
		version === null ? `${label}: ${description}` : `${label}: ${description} Definition: version ${version}.`,
	definitionVersion: (label, version) => `${label}: version ${version}`,
	definitionVersions: (list) => `Definitions. ${list}.`,
	otherDefinitions: 'The other definitions are on the website.',
	online: (address) => `All figures, definitions and explanations: ${address}`
};
