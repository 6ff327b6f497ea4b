import type { Messages } from '../nl.ts';

export const figure: Messages['figure'] = {
	share: 'Share',
	interval: '95% interval',
	reliability: 'Reliability',
	count: 'Number',
	between: (low, high) => `between ${low} and ${high}`,
	marginRegisters: 'The margin comes from the noise alone. The registers themselves are counted in full.',
	marginOther:
		'The margin comes from the noise alone. If the source is a sample, the figure is less certain in reality.',
	tooSmall: 'too few to say anything about',
	lessThan: (n) => `fewer than ${n}`,
	shareBelow: (percent) => `less than ${percent}`,
	shareAbove: (percent) => `more than ${percent}`,
	about: (n) => `about ${n}`,
	units: (n, unit) => `${n} ${unit === 'person' ? 'persons' : 'households'}`,
	of: (n, total) => `${n} of the ${total}`,
	percent: (n) => `${n}%`,
	points: (n) => `${n} percentage points`,
	betweenPoints: (low, high) => `between ${low} and ${high} percentage points`,
	letter: {
		A: 'very reliable',
		B: 'reliable',
		C: 'uncertain: use with care',
		D: 'very uncertain: direction only',
		X: 'too few to say anything about'
	}
};

export const compare: Messages['compare'] = {
	higher: (size, region) => `Very likely higher than ${region}: ${size}.`,
	lower: (size, region) => `Very likely lower than ${region}: ${size}.`,
	likelyHigher: (region) => `Likely higher than ${region}, but not certain.`,
	likelyLower: (region) => `Likely lower than ${region}, but not certain.`,
	none: (region) => `No difference from ${region} that we can see.`,
	verdicts: {
		higher: 'very likely higher',
		lower: 'very likely lower',
		'likely-higher': 'likely higher',
		'likely-lower': 'likely lower',
		none: 'no difference to be seen'
	},
	title: (region) => `Compared with ${region}`
};

export const chart: Messages['chart'] = {
	asTable: 'Show as a table',
	skip: 'Skip the map',
	save: 'Save',
	lower: 'From',
	upper: 'To'
};

export const period: Messages['period'] = {
	ordinals: ['first', 'second', 'third', 'fourth'],
	quarter: (ordinal, year) => `${ordinal} quarter of ${year}`,
	the: (quarter) => `the ${quarter}`,
	shortQuarter: (number, year) => `Q${number} ${year}`
};

export const bands: Messages['bands'] = {
	between: (from, to) => `${from} to ${to}`,
	above: (from) => `${from} or more`
};

export const levels: Messages['levels'] = {
	land: ['country', 'The whole country'],
	landsdeel: ['part of the country', 'Parts of the country'],
	provincie: ['province', 'Provinces'],
	corop: ['COROP area', 'COROP areas'],
	gemeente: ['municipality', 'Municipalities'],
	wijk: ['district', 'Districts'],
	buurt: ['neighbourhood', 'Neighbourhoods'],
	bundesland: ['federal state', 'Federal states']
};

export const chance: Messages['chance'] = {
	of20: (n: string) => `${n} out of 20`,
	lessThanOne: 'less than 1 out of 20',
	moreThan19: 'more than 19 out of 20'
};
