import type { definitions as nl } from '../nl/definitions.ts';
import type { Texts } from '../nl.ts';

export const definitions: Texts<typeof nl> = {
	title: 'Definitions',
	lead: 'What each figure counts, how it is found in the registers and what you must not use it for.',
	all: 'See all definitions and life events',
	indicators: 'Figures',
	events: 'Life events',
	eventsLead:
		'A life event counts when it happened in the three years before the reference date. Those who have debts more often afterwards do not have them because of it: the figures show an association, not a cause.',
	characteristics: 'Characteristics',
	characteristicsLead: 'What the figures are broken down by.',
	notMeasurable: 'What we cannot measure',
	version: (v) => `version ${v}`,
	exclusions: 'Who is left out',
	approximation: 'Approximation',
	thresholds: 'Threshold by year',
	year: 'Year',
	source: 'Source',
	direction: 'Direction',
	directions: {
		'higher is worse': 'higher is worse',
		'lower is worse': 'lower is worse',
		neither: 'higher is neither better nor worse'
	},
	notFor: 'Do not use for',
	comparison: 'Compared with',
	size: 'How often a year in the Netherlands',
	about: (n) => `about ${n}`,
	sizeUnknown: 'no figure was found',
	lowest: 'Smallest region',
	codes: 'Values'
};
