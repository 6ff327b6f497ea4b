// The privacy page.

export const privacy = {
	title: 'Privacy',
	heading: 'Wat weten deze cijfers van u?',
	lead: 'Niets over u alleen. Hier staan aantallen met ruis. Aan een cijfer is niet te zien of uw huishouden meetelt.',
	factsTitle: 'In het kort',
	facts: [
		'Op deze website staan geen gegevens van mensen. Geen namen, geen adressen en geen nummers.',
		'Bij elk aantal is ruis opgeteld voordat het naar buiten kwam. De ruis is niet meer weg te halen.',
		'Over kleine groepen zeggen we niets. Bij minder dan ongeveer 10 huishoudens staat er geen cijfer, hooguit “minder dan 4%”.',
		'We volgen u hier niet. Er zijn geen cookies, en geen andere website ziet dat u hier bent.'
	],
	tryTitle: 'Zit u erin of niet? Raad het zelf',
	story: (others: string) =>
		`Neem een bedachte straat. Zonder uw huishouden hebben daar ${others} huishoudens schulden. Telt uw huishouden mee, dan is dat er één meer. Naar buiten komt alleen een aantal met ruis.`,
	same: 'Dit is dezelfde ruis als bij de echte cijfers. We nemen de tabel met de minste ruis, want daar is raden het makkelijkst.',
	published: 'Dit aantal komt naar buiten:',
	question: 'Telt uw huishouden mee?',
	yes: 'Ja, het telt mee',
	no: 'Nee, het telt niet mee',
	right: (truth: string) => `Goed geraden. ${truth}`,
	wrong: (truth: string) => `Niet goed. ${truth}`,
	wasIn: 'Het huishouden telde mee.',
	wasOut: 'Het huishouden telde niet mee.',
	score: (right: string, all: string) => `U raadde er ${right} van de ${all} goed.`,
	automatic: 'Laat de computer 1.000 keer raden',
	automaticDone: (right: string, all: string) =>
		`De computer raadde er ${right} van de ${all} goed, met de beste manier van raden.`,
	best: (chance: string) =>
		`Wie zo goed mogelijk raadt, heeft het op de lange duur ${chance} van de keren goed. Een muntje opgooien geeft 50%.`,
	noScript: 'Zelf raden kan alleen met JavaScript. De grafiek hieronder laat hetzelfde zien.',
	chartCaption: 'Welk aantal naar buiten komt, met en zonder uw huishouden',
	chartNote: 'De twee vormen vallen bijna samen. Daarom zegt het aantal bijna niets over u.',
	counted: 'u telt mee',
	left: 'u telt niet mee',
	axis: 'aantal dat naar buiten komt',
	chanceLabel: (n: string, counted: string, left: string) =>
		`${n}: kans ${counted} als u meetelt, ${left} als u niet meetelt`,
	publishedHead: 'Aantal',
	whyTitle: 'Waarom ruis?',
	why: [
		'Zonder ruis kan iemand aantallen van elkaar aftrekken. Zo komt hij soms achter een geheim van één huishouden.',
		'Met ruis lukt dat niet. Een aantal is dan nooit precies. Over een hele gemeente maakt dat weinig uit. Over één huishouden maakt het alles uit.'
	],
	whyLink: 'Meer over de ruis',
	spentTitle: 'Wat is er uitgegeven, en waaraan?',
	spent: [
		'Elke publicatie geeft een klein beetje prijs. Hoeveel dat is, heet rho. Voor elke groep mensen is er een vast budget. Is het op, dan komt er niets meer bij.',
		'Elke uitgave staat in een kasboek. Dat is met een sleutel verzegeld. Wie er iets in verandert, valt door de mand.'
	],
	purpose: 'Waarvoor',
	periods: 'Over',
	periodRange: (from: string, to: string) => (from === to ? from : `${from} tot en met ${to}`),
	protects: 'Beschermt',
	answers: 'Keer betaald',
	rho: 'Rho',
	spentCaption: 'Uitgaven per onderwerp, oude versies meegeteld',
	togetherTitle: 'Alles bij elkaar',
	together: (source: string, unit: string, rho: string, chance: string) =>
		`Alle cijfers uit “${source}” samen: rho ${rho} voor ${unit}. Stel: iemand gebruikt ze allemaal, en weet alles al over alle anderen. Dan raadt hij hooguit ${chance} van de keren goed of u meetelt.`,
	togetherNote: 'Dat is een grens die altijd geldt. In de praktijk weet niemand zo veel. Dan raadt hij vaker mis.',
	units: { person: 'elke persoon', household: 'elk huishouden' },
	spentLink: 'Elke publicatie met haar kosten',
	nothingSpent: 'Er is nog niets gepubliceerd, dus ook niets uitgegeven.',
	auditTitle: 'Is het getest?',
	auditPassed: (at: string) => `Ja. We vielen onze eigen cijfers aan, op ${at}. De test is geslaagd.`,
	auditFailed: (at: string) =>
		`De test van ${at} is niet geslaagd. Tot dit is hersteld, hoort er niets nieuws bij te komen.`,
	auditNone: 'Er is hier nog geen test gepubliceerd.',
	auditLink: 'Wat er is getest',
	askTitle: 'Vragen, of liever iemand spreken?',
	ask: 'Bel of bezoek uw gemeente. Daar kunt u ook vragen welke gegevens van u bekend zijn, en of die kloppen. Hulp bij geldzorgen krijgt u ook zonder computer.'
};
