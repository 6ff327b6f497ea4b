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
	},
	letterRule: {
		A: 'The noise is smaller than a tenth of the figure.',
		B: 'The noise is a tenth to a fifth of the figure.',
		C: 'The noise is a fifth to just over a third of the figure.',
		D: 'The noise is more than a third of the figure.',
		X: 'The number is too small compared with the noise. We show no share.'
	}
};

export const compare: Messages['compare'] = {
	higher: (size, region) => `Very likely higher than ${region}: ${size}.`,
	lower: (size, region) => `Very likely lower than ${region}: ${size}.`,
	likelyHigher: (region) => `Likely higher than ${region}, but not certain.`,
	likelyLower: (region) => `Likely lower than ${region}, but not certain.`,
	none: (region) => `No difference from ${region} that we can see.`,
	title: (region) => `Compared with ${region}`
};

export const chart: Messages['chart'] = { asTable: 'Show as a table', skip: 'Skip the map' };

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

export const attributes: Messages['attributes'] = {
	household_type: 'type of household',
	householdType: 'type of household',
	household: 'type of household',
	type: 'type of household',
	age: 'age',
	income_source: 'main source of income',
	tenure: 'owned or rented home',
	event_turned_18: 'life event: turned 18',
	event_child: 'life event: had a child',
	event_job_loss: 'life event: lost a job',
	event_study: 'life event: started to study',
	event_business_start: 'life event: started a business',
	event_business_trouble: 'life event: business in trouble',
	event_entrepreneur_died: 'life event: entrepreneur died',
	event_separation: 'life event: separated',
	event_partner_died: 'life event: partner died',
	event_disability: 'life event: became disabled for work',
	event_retirement: 'life event: retired',
	event_moved_out: 'life event: moved out',
	event_newcomer: 'life event: new in the Netherlands',
	event_single_parent: 'life event: became a single parent',
	event_social_assistance_start: 'life event: from work to social assistance',
	event_income_drop: 'life event: income fell sharply',
	sex: 'sex',
	size: 'number of persons in the household',
	hsize: 'number of persons in the household'
};
