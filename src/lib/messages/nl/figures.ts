// How figures, charts and the names beside them read, on every page.

export const figure = {
	share: 'Aandeel',
	interval: '95%-interval',
	reliability: 'Betrouwbaarheid',
	count: 'Aantal',
	between: (low: string, high: string) => `tussen ${low} en ${high}`,
	marginRegisters: 'De marge komt alleen van de ruis. De registers zelf zijn volledig geteld.',
	marginOther:
		'De marge komt alleen van de ruis. Is de bron een steekproef, dan is het cijfer in werkelijkheid minder zeker.',
	tooSmall: 'te weinig om iets over te zeggen',
	lessThan: (n: string) => `minder dan ${n}`,
	/** Of a share that has no number of its own. */
	shareBelow: (percent: string) => `minder dan ${percent}`,
	shareAbove: (percent: string) => `meer dan ${percent}`,
	about: (n: string) => `ongeveer ${n}`,
	units: (n: string, unit: 'person' | 'household') => `${n} ${unit === 'person' ? 'personen' : 'huishoudens'}`,
	of: (n: string, total: string) => `${n} van de ${total}`,
	percent: (n: string) => `${n}%`,
	points: (n: string) => `${n} procentpunt`,
	betweenPoints: (low: string, high: string) => `tussen ${low} en ${high} procentpunt`,
	letter: {
		A: 'zeer betrouwbaar',
		B: 'betrouwbaar',
		C: 'onzeker: gebruik met voorzichtigheid',
		D: 'zeer onzeker: alleen een richting',
		X: 'te weinig om iets over te zeggen'
	}
};

export const compare = {
	higher: (size: string, region: string) => `Zeer waarschijnlijk hoger dan ${region}: ${size}.`,
	lower: (size: string, region: string) => `Zeer waarschijnlijk lager dan ${region}: ${size}.`,
	likelyHigher: (region: string) => `Waarschijnlijk hoger dan ${region}, maar niet zeker.`,
	likelyLower: (region: string) => `Waarschijnlijk lager dan ${region}, maar niet zeker.`,
	none: (region: string) => `Geen verschil met ${region} dat we kunnen zien.`,
	verdicts: {
		higher: 'zeer waarschijnlijk hoger',
		lower: 'zeer waarschijnlijk lager',
		'likely-higher': 'waarschijnlijk hoger',
		'likely-lower': 'waarschijnlijk lager',
		none: 'geen verschil te zien'
	},
	title: (region: string) => `Vergeleken met ${region}`
};

export const chart = {
	asTable: 'Toon als tabel',
	skip: 'Sla de kaart over',
	save: 'Bewaar',
	lower: 'Van',
	upper: 'Tot'
};

export const period = {
	ordinals: ['eerste', 'tweede', 'derde', 'vierde'],
	quarter: (ordinal: string, year: string) => `${ordinal} kwartaal van ${year}`,
	the: (quarter: string) => `het ${quarter}`,
	shortQuarter: (number: string, year: string) => `${number}e kwartaal ${year}`
};

export const bands = {
	between: (from: string, to: string) => `${from} tot ${to}`,
	above: (from: string) => `${from} of meer`
};

export const levels = {
	land: ['land', 'Het hele land'],
	landsdeel: ['landsdeel', 'Landsdelen'],
	provincie: ['provincie', 'Provincies'],
	corop: ['COROP-gebied', 'COROP-gebieden'],
	gemeente: ['gemeente', 'Gemeenten'],
	wijk: ['wijk', 'Wijken'],
	buurt: ['buurt', 'Buurten'],
	bundesland: ['deelstaat', 'Deelstaten']
} as Record<string, readonly [one: string, many: string]>;

/** A chance as a number of times out of twenty. */
export const chance = {
	of20: (n: string) => `${n} van de 20`,
	lessThanOne: 'minder dan 1 van de 20',
	moreThan19: 'meer dan 19 van de 20'
};
