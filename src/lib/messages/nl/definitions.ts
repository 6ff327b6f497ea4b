// The page with every definition; the definitions themselves come from the analytics.

export const definitions = {
	title: 'Definities',
	lead: 'Wat elk cijfer telt, hoe we dat uit de registers halen en waarvoor u het niet mag gebruiken.',
	all: 'Bekijk alle definities en levensgebeurtenissen',
	indicators: 'Cijfers',
	events: 'Levensgebeurtenissen',
	eventsLead:
		'Een levensgebeurtenis telt als die in de drie jaar voor de peildatum gebeurde. Wie daarna vaker schulden heeft, heeft die niet per se door de gebeurtenis: de cijfers laten een samenhang zien, geen oorzaak.',
	characteristics: 'Kenmerken',
	characteristicsLead: 'Waarnaar de cijfers worden uitgesplitst.',
	notMeasurable: 'Wat we niet kunnen meten',
	version: (v: string) => `versie ${v}`,
	exclusions: 'Wie niet meetelt',
	approximation: 'Benadering',
	thresholds: 'Grens per jaar',
	year: 'Jaar',
	source: 'Bron',
	direction: 'Richting',
	directions: {
		'higher is worse': 'hoger is ongunstiger',
		'lower is worse': 'lager is ongunstiger',
		neither: 'hoger is niet beter of slechter'
	},
	notFor: 'Niet gebruiken voor',
	comparison: 'Vergeleken met',
	size: 'Hoe vaak per jaar in Nederland',
	about: (n: string) => `ongeveer ${n}`,
	sizeUnknown: 'daarover is geen cijfer gevonden',
	lowest: 'Kleinste gebied',
	codes: 'Waarden'
};
