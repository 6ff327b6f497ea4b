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
	},
	letterRule: {
		A: 'De ruis is kleiner dan een tiende van het cijfer.',
		B: 'De ruis is een tiende tot een vijfde van het cijfer.',
		C: 'De ruis is een vijfde tot ruim een derde van het cijfer.',
		D: 'De ruis is meer dan een derde van het cijfer.',
		X: 'Het aantal is te klein vergeleken met de ruis. We tonen geen aandeel.'
	}
};

export const compare = {
	higher: (size: string, region: string) => `Zeer waarschijnlijk hoger dan ${region}: ${size}.`,
	lower: (size: string, region: string) => `Zeer waarschijnlijk lager dan ${region}: ${size}.`,
	likelyHigher: (region: string) => `Waarschijnlijk hoger dan ${region}, maar niet zeker.`,
	likelyLower: (region: string) => `Waarschijnlijk lager dan ${region}, maar niet zeker.`,
	none: (region: string) => `Geen verschil met ${region} dat we kunnen zien.`,
	title: (region: string) => `Vergeleken met ${region}`
};

export const chart = {
	asTable: 'Toon als tabel',
	skip: 'Sla de kaart over'
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

export const attributes = {
	household_type: 'soort huishouden',
	householdType: 'soort huishouden',
	household: 'soort huishouden',
	type: 'soort huishouden',
	age: 'leeftijd',
	income_source: 'belangrijkste inkomen',
	tenure: 'eigen of huurwoning',
	event_turned_18: 'levensgebeurtenis: 18 jaar geworden',
	event_child: 'levensgebeurtenis: kind gekregen',
	event_job_loss: 'levensgebeurtenis: baan verloren',
	event_study: 'levensgebeurtenis: gaan studeren',
	event_business_start: 'levensgebeurtenis: bedrijf gestart',
	event_business_trouble: 'levensgebeurtenis: bedrijf in zwaar weer',
	event_entrepreneur_died: 'levensgebeurtenis: ondernemer overleden',
	event_separation: 'levensgebeurtenis: uit elkaar gegaan',
	event_partner_died: 'levensgebeurtenis: partner overleden',
	event_disability: 'levensgebeurtenis: arbeidsongeschikt geworden',
	event_retirement: 'levensgebeurtenis: met pensioen gegaan',
	event_moved_out: 'levensgebeurtenis: uit huis gegaan',
	event_newcomer: 'levensgebeurtenis: nieuw in Nederland',
	event_single_parent: 'levensgebeurtenis: alleenstaande ouder geworden',
	event_social_assistance_start: 'levensgebeurtenis: van werk naar bijstand',
	event_income_drop: 'levensgebeurtenis: inkomen sterk gedaald',
	sex: 'geslacht',
	size: 'aantal personen in het huishouden',
	hsize: 'aantal personen in het huishouden'
} as Record<string, string>;
