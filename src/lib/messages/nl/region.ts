// The page of one region.

export const region = {
	breadcrumbs: 'Kruimelpad',
	headline: 'De cijfers op een rij',
	trend: 'Verloop',
	trendCaption: (indicator: string, region: string) => `${indicator} in ${region}, per periode`,
	trendBands: 'Donkere band: 50% zekerheid. Lichtere banden: 80% en 95% zekerheid.',
	trendNarrow: 'De marge is hier smaller dan de lijn.',
	trendLine: (region: string) => `Dikke lijn met punten: ${region}.`,
	trendReference: (compared: string) => `Dunne grijze lijn: ${compared}.`,
	groups: 'Risicogroepen',
	groupsCaption: (indicator: string, group: string) => `${indicator} naar ${group}`,
	groupsNote: 'Punt: het aandeel. Lijn: het 95%-interval. Stippellijn: iedereen in dit gebied.',
	group: 'Groep',
	subregions: (level: string) => `${level} in dit gebied`,
	allOf: (name: string) => `Alle gebieden in ${name}`,
	notes: 'Bij deze cijfers',
	definition: 'Definitie',
	vintage: (v: string) => `Oude periodes zijn omgerekend naar de indeling van ${v}.`,
	noFigures: 'Voor dit gebied zijn er geen cijfers.',
	onePeriod: 'Er is één periode. Een verloop is te zien zodra er meer periodes zijn.',
	period: 'Periode',
	here: 'Dit gebied',
	print: 'U kunt deze pagina zo afdrukken.',
	unknownPart: 'Onbekend',
	small: 'Dit gebied is klein. Kijk ook naar het gebied waar het in ligt.'
};
