// The council brief: two pages about a region.

type Unit = 'person' | 'household';
const units = (unit: Unit) => (unit === 'person' ? 'personen' : 'huishoudens');

export const brief = {
	title: 'Raadsbrief',
	of: (region: string) => `Raadsbrief ${region}`,
	place: (level: string, within: string) => (within === '' ? level : `${level} in ${within}`),
	about: 'Wat we weten over armoede en schulden, en hoe zeker dat is.',
	dated: (date: string) => `Stand van de publicatie van ${date}.`,
	download: 'Download als pdf',
	print: 'U kunt deze pagina ook afdrukken.',
	back: (region: string) => `Alle cijfers van ${region}`,
	page: (number: string, of: string) => `pagina ${number} van ${of}`,

	none: 'Voor dit gebied zijn er geen cijfers. Kijk ook naar het gebied waar het in ligt.',
	short: 'In het kort',
	/** A figure in the words of a frequency, as in "Laag inkomen: ongeveer 1 van de 16 huishoudens in 2023." */
	inShort: (label: string, words: string, period: string) => `${label}: ${words} in ${period}.`,
	oneOf: (k: string, n: string, unit: Unit) => `ongeveer ${k} van de ${n} ${units(unit)}`,
	almostAll: (unit: Unit) => `bijna alle ${units(unit)}`,
	fewerThan: (n: string, unit: Unit) => `minder dan 1 van de ${n} ${units(unit)}`,
	bound: (percent: string, unit: Unit) => `${percent} van de ${units(unit)}`,
	tooUnsure: (range: string, unit: Unit) => `zeer onzeker, ${range} van de ${units(unit)}`,

	figures: 'De cijfers',
	indicator: 'Cijfer',
	share: 'Aandeel',
	noShare: 'geen',
	reliability: 'Letter',
	change: 'Verandering',
	since: (points: string, interval: string, previous: string) => `${points} sinds ${previous} (${interval})`,
	noChange: 'geen eerdere periode',
	unknownChange: 'niet bekend',

	trend: 'Het verloop',
	trendNone: 'Er zijn nog te weinig periodes met een cijfer om een verloop te laten zien.',
	lineChart: (title: string) => `Lijngrafiek. ${title}.`,
	dotChart: (title: string) => `Grafiek met punten. ${title}.`,
	valueIn: (name: string, words: string) => `${name}: ${words}.`,

	rising: 'Wat stijgt er?',
	risingSignal: (label: string, words: string) => `${label}. ${words}`,
	risingSimple: (label: string, rise: string) => `${label}: ${rise}. Deze stijging is groter dan ruis en toeval.`,
	tooSmall: (labels: string) => `Te klein om alleen te bewaken: ${labels}.`,
	quiet: (labels: string) => `We zien niets stijgen bij: ${labels}.`,
	noneWatched:
		'De cijfers van dit gebied worden niet bewaakt. Daarvoor zijn genoeg periodes nodig, en een gebied dat groot genoeg is.',
	othersNotWatched:
		'De andere cijfers worden niet bewaakt. Daarvoor zijn genoeg periodes nodig, en een gebied dat groot genoeg is.',
	more: (n: string) => `En nog ${n} op de website.`,

	groups: 'Risicogroepen',
	groupsNone: 'Voor dit gebied zijn er geen cijfers per groep, of te weinig om iets over te zeggen.',

	similar: 'Vergelijkbare gemeenten',
	similarLead:
		'Ze lijken op elkaar in inwoners, dichtheid en grootte van de huishoudens. Armoede en schulden tellen niet mee.',
	around: 'Gebieden waar dit gebied in ligt',
	aroundLead: 'Zo ziet u of een cijfer bij dit gebied hoort, of bij de hele omgeving.',
	parts: 'Gebieden met het hoogste aandeel',
	partsLead: 'De volgorde gaat uit van de ondergrens: het aandeel dat er vrijwel zeker is.',
	overlap: 'Overlappen twee intervallen? Dan kan het verschil ruis zijn.',
	area: 'Gebied',

	how: 'Zo leest u deze brief',
	noise: 'Op elk cijfer zit een beetje ruis: een willekeurig getal erbij of eraf. Zo is niemand te herkennen.',
	interval:
		'Achter elk cijfer staat een interval. Van de 20 keer ligt het cijfer zonder ruis er ongeveer 19 keer tussen.',
	changes: 'Bij een verandering telt naast ruis ook het toeval van kleine aantallen mee.',
	letters: 'Letter A is zeer betrouwbaar en B betrouwbaar. C is onzeker en D zeer onzeker. Bij X zeggen we niets.',
	cause: 'De cijfers laten zien waar iets vaker voorkomt. Ze zeggen niet waarom.',
	source: (title: string, period: string, version: string, status: string, date: string) =>
		`${title}, ${period}. Versie ${version} van ${date}, ${status}.`,
	definitionOf: (label: string, description: string, version: string | null) =>
		version === null ? `${label}: ${description}` : `${label}: ${description} Definitie: versie ${version}.`,
	definitionVersion: (label: string, version: string) => `${label}: versie ${version}`,
	definitionVersions: (list: string) => `Definities. ${list}.`,
	otherDefinitions: 'De andere definities staan op de website.',
	online: (address: string) => `Alle cijfers, definities en uitleg: ${address}`
};
