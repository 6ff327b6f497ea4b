// Charts that only some pages show.

export const exploring = {
	source: (name: string, status: string, date: string) =>
		`Bron: Voorzicht. ${name}, ${status}, gepubliceerd op ${date}.`,
	besideText: 'De lijn van dat gebied komt in alle grafieken met een verloop. Er passen drie gebieden naast elkaar.',
	besideFull: 'U heeft drie gebieden gekozen. Haal er eerst een weg.',
	besideField: 'Naam of code van een gebied',
	besideAdd: 'Zet erbij',
	besideRemove: (name: string) => `Haal ${name} weg`,
	besideSimilar: 'Gemeenten van dezelfde grootte en dichtheid:',
	besideUnknown: (names: string) => `We kennen geen gebied met deze naam of code: ${names}.`,
	dotsAbove: (n: string, whole: string) => `${n} van de 20 stippen liggen boven ${whole}.`,
	dotsAboveOne: (whole: string) => `1 van de 20 stippen ligt boven ${whole}.`,
	dotsAboveNone: (whole: string) => `Geen van de 20 stippen ligt boven ${whole}.`,
	dotsBetween: (range: string) => `18 van de 20 stippen liggen ${range}.`,
	flowsLead: 'Een aandeel kan hoog zijn omdat er veel bij komen. Het kan ook zijn omdat er weinig weer uit komen.',
	inflow: 'Komt erin',
	inflowText: {
		year: 'Deel van wie er niet in zat, dat er in één jaar in kwam.',
		quarter: 'Deel van wie er niet in zat, dat er in één kwartaal in kwam.'
	},
	stock: 'Zit erin',
	stockText: { household: 'Deel van alle huishoudens.', person: 'Deel van alle personen.' },
	outflow: 'Komt eruit',
	outflowText: {
		year: 'Deel van wie erin zat, dat er in één jaar uit kwam.',
		quarter: 'Deel van wie erin zat, dat er in één kwartaal uit kwam.'
	},
	duration: 'Zit er lang in',
	pace: (low: string, high: string) => `Gaat dit tempo zo door, dan duurt het gemiddeld ${low} tot ${high} jaar.`,
	paceOne: (years: string) => `Gaat dit tempo zo door, dan duurt het gemiddeld ongeveer ${years} jaar.`,
	notPublished: 'Dit cijfer is er voor dit gebied niet.',
	heatLead: (region: string) =>
		`De kleur zegt of een groep hoger of lager uitkomt dan iedereen in ${region}. Vet: dat verschil is zeer waarschijnlijk echt.`,
	heatCaption: (region: string) => `Aandeel per groep en cijfer in ${region}`,
	heatEveryone: 'Iedereen',
	heatKey: 'Betekenis van de kleuren',
	heatClasses: {
		lowest: 'minder dan de helft van iedereen',
		lower: 'lager dan iedereen',
		same: 'weinig verschil met iedereen',
		higher: 'hoger dan iedereen',
		highest: 'meer dan twee keer iedereen'
	},
	heatUnsure: 'gestreept: onzeker (letter C of D)',
	exploreLead: 'Kies een cijfer en wat u naast elkaar wilt zien.',
	indicator: 'Cijfer',
	what: 'Naast elkaar',
	parts: 'Delen van dit gebied',
	similar: 'Gemeenten die hierop lijken',
	groups: (group: string) => `Groepen: ${group}`,
	since: 'Vergelijk met',
	show: 'Toon',
	multiplesCaption: (indicator: string, region: string) => `${indicator} per periode, bij ${region}`,
	multiplesNote: 'Alle vakken hebben dezelfde schaal. De band is 95% zekerheid.',
	multiplesReference: (whole: string) => `Dunne grijze lijn: ${whole}.`,
	multiplesShown: (shown: string, total: string) => `We nemen de ${shown} grootste van ${total}.`,
	multiplesTooLittle: (n: string) => `Bij ${n} ervan is er te weinig om iets te laten zien.`,
	slopeCaption: (indicator: string, from: string, to: string) => `${indicator}: van ${from} naar ${to}`,
	slopeNote:
		'Alleen een verandering die zeer waarschijnlijk groter is dan ruis en toeval, heeft kleur. Staande balken zijn het 95%-interval van elk cijfer.',
	slopeKeys: { rise: 'zeer waarschijnlijk gestegen', fall: 'zeer waarschijnlijk gedaald', unclear: 'niet zeker' },
	slopeWords: (name: string, from: string, to: string, words: string) => `${name}: van ${from} naar ${to}, ${words}`,
	change: 'Verandering in procentpunt',
	howSure: 'Zekerheid',
	exploreNothing: 'Voor deze keuze zijn er te weinig cijfers om naast elkaar te zetten.',
	exploreUnknown: (names: string) => `Deze keuze kennen we niet: ${names}. U ziet daarom de standaardkeuze.`
};
