// The page of data, and what can be taken along from every view.

export const downloads = {
	title: 'Gegevens',
	lead: 'Alle cijfers van deze site kunt u meenemen. Het zijn dezelfde cijfers als op de pagina, met dezelfde marge.',
	contents: 'Op deze pagina',

	formatText: {
		csv: 'CSV: voor elk rekenprogramma. Een Nederlands adres geeft komma’s in getallen, een Engels adres (/en) punten.',
		xlsx: 'Excel: een blad met cijfers en een blad met uitleg.',
		json: 'JSON-stat 2.0: voor programmeurs. Een cijfer dat we niet tonen, is leeg en heeft een status.'
	},

	viewsTitle: 'Van één pagina',
	viewsText:
		'Onder aan elke pagina met cijfers staat “Neem deze cijfers mee”. U krijgt dan precies uw keuze: cijfer, periode en gebied.',
	viewsSame:
		'Zet achter het adres van een pagina /cijfers.csv, /cijfers.xlsx of /cijfers.json. De rest blijft hetzelfde.',
	views: 'Bijvoorbeeld',

	wholeTitle: 'Een hele publicatie',
	wholeText:
		'Hier haalt u alle cijfers van één publicatie op: elk gebied van een niveau, elk cijfer en elke groep, als CSV.',
	wholeLarge: 'Een bestand met alle buurten kan tientallen megabytes groot zijn.',
	wholeLevel: (level: string) => `${level} (CSV)`,
	wholeEveryone: 'iedereen samen',
	wholeNone: 'In deze publicatie staan geen cijfers voor de website.',
	empty: 'Er zijn nog geen cijfers.',
	bundleTitle: 'De publicatie controleren',
	bundleText:
		'Elke publicatie is ondertekend. Met het manifest en de handtekening gaat u na dat niemand de cijfers heeft veranderd.',
	history: 'Manifest, handtekening en oude versies',

	apiTitle: 'Voor programmeurs (API)',
	apiText:
		'Een sleutel is niet nodig. Alle adressen en hun keuzes staan in één beschrijving, in OpenAPI 3.1. Programma’s kunnen die lezen.',
	apiLink: 'De beschrijving (openapi.json)',
	limits: (perMinute: string, weight: string, brief: string) =>
		`U kunt ${perMinute} bestanden per minuut ophalen. Een hele publicatie telt als ${weight} bestanden, een raadsbrief als ${brief}.`,
	limitsOver: 'Vraagt u meer, dan zegt de site hoeveel seconden u moet wachten.',

	twinTitle: 'Waarom er soms twee cijfers zijn',
	twinTexts: [
		'Elke publicatie krijgt haar eigen ruis. Staat hetzelfde in twee publicaties, dan zijn de twee cijfers dus een beetje anders. Het verschil komt van de ruis.',
		'Op de pagina van een gebied staat het cijfer uit de publicatie met de meeste periodes. De andere publicatie is er voor iets anders, zoals levensgebeurtenissen. Gebruik daar het cijfer uit die publicatie zelf.',
		'Een cijfer per kwartaal is iets anders dan een cijfer per jaar. Wie in één kwartaal erbij komt, is maar een deel van wie er in een jaar bij komt. Achter zo’n cijfer staat “per kwartaal”.'
	],
	readTitle: 'Zo leest u de bestanden',
	intervalText:
		'Het echte cijfer ligt in 95 van de 100 gevallen tussen de ondergrens en de bovengrens. Aandeel en grenzen zijn afgerond zoals op de pagina.',
	withheldText:
		'Een leeg veld met letter X is een cijfer dat we niet tonen. Er is te weinig om iets over te zeggen. Een leeg aandeel met letter D gaat om te weinig mensen. Dan staan er alleen grenzen.',
	countsText:
		'Aantallen hebben ruis. Ze zijn geschat, hebben een standaardfout en kunnen kleiner zijn dan nul. Op de pagina zijn ze afgerond, met “ongeveer” erbij. Rond ze af als u ze toont.',
	everyRow: 'In elke rij staan de publicatie, de status van de bron en de versie van de definitie.',

	termsTitle: 'Wat u ermee mag',
	terms: [
		'De cijfers zijn openbaar. Noem bij gebruik Voorzicht, de publicatie en de versie.',
		'Wie de cijfers publiceert, kan voorwaarden stellen. Die staan dan bij de publicatie.',
		'Gebruik de cijfers om hulp aan te bieden. Gebruik ze niet om iemand te controleren of te zoeken.',
		'De software is vrij te gebruiken, met de licentie EUPL 1.2.'
	],
	termsShort:
		'Noem bij gebruik Voorzicht, de publicatie en de versie. Gebruik de cijfers om hulp aan te bieden, niet om iemand te controleren of te zoeken.',

	sheets: { figures: 'Cijfers', explanation: 'Uitleg' },
	sourceShort: 'Voorzicht: cijfers met ruis, die niemand verraden',
	everyone: 'iedereen',
	ownDefinition: 'zoals beschreven bij de publicatie',
	version: (version: string) => `definitie: versie ${version}`,
	release: (spec: string, period: string, version: string) => `${spec}, ${period}, versie ${version}`,
	releaseSentence: (title: string, release: string) => `${title} (${release}).`,
	publishedOn: (status: string, date: string) => `Status van de bron: ${status}. Gepubliceerd op ${date}.`,
	notes: {
		view: 'Pagina',
		source: 'Bron',
		releases: 'Publicaties',
		definitions: 'Wat er is geteld',
		withheld: 'Lege velden',
		counts: 'Aantallen',
		probability: 'Kansen',
		reading: 'Hoe te lezen',
		terms: 'Voorwaarden'
	},
	columns: {
		code: (label: string) => `${label} (code)`,
		measure: 'waarde',
		indicator: 'cijfer',
		period: 'periode',
		region: 'gebied',
		group: 'groep',
		event: 'gebeurtenis',
		months: 'tijd sinds de gebeurtenis',
		level: 'soort gebied',
		reliability: 'betrouwbaarheid',
		release: 'publicatie',
		status: 'status van de bron',
		definition: 'versie van de definitie',
		state: 'signaal',
		against: 'vergeleken met',
		opened: 'signaal sinds',
		onset: 'stijging begon',
		explainedBy: 'hoort vooral bij',
		part: 'onderdeel',
		channel: 'manier',
		subject: 'onderwerp',
		quantity: 'grootheid'
	},
	against: { nation: 'het hele land', itself: 'zichzelf, een jaar eerder' },
	units: { percent: '%', points: 'procentpunt' },
	measures: {
		share: 'aandeel',
		lower: 'ondergrens 95%',
		upper: 'bovengrens 95%',
		shareSe: 'standaardfout van het aandeel',
		numerator: 'aantal',
		numeratorSe: 'standaardfout van het aantal',
		denominator: 'totaal',
		denominatorSe: 'standaardfout van het totaal',
		shareLower: 'ondergrens 95% van het aandeel',
		shareUpper: 'bovengrens 95% van het aandeel',
		rise: 'stijging in een jaar',
		riseLower80: 'ondergrens 80%',
		riseUpper80: 'bovengrens 80%',
		riseLower95: 'ondergrens 95%',
		riseUpper95: 'bovengrens 95%',
		pEvent: 'kans dat het signaal echt is',
		comparison: 'aandeel zonder de gebeurtenis',
		comparisonLower: 'ondergrens 95% zonder de gebeurtenis',
		comparisonUpper: 'bovengrens 95% zonder de gebeurtenis',
		difference: 'verschil',
		differenceSe: 'standaardfout van het verschil',
		ratio: 'verhouding',
		ratioLower: 'ondergrens 95% van de verhouding',
		ratioUpper: 'bovengrens 95% van de verhouding',
		pHigher: 'kans dat het vaker voorkomt',
		standardised: 'verschil bij gelijke leeftijd',
		standardisedSe: 'standaardfout bij gelijke leeftijd',
		contacts: 'adressen',
		hours: 'uren',
		reach: 'verwacht bereik',
		value: 'waarde'
	},
	signalsText:
		'De stijging is het verschil met een jaar eerder, zonder seizoen. Naar verwachting is een deel van de signalen vals.',
	probabilityText: 'Een kans van 90% betekent: van tien zulke signalen zijn er naar verwachting negen echt.',
	eventsText:
		'Mensen met de gebeurtenis staan naast mensen zonder. Het verschil hoort bij elkaar, maar het een hoeft het ander niet te veroorzaken.',
	planText: 'Het plan gaat over groepen in gebieden. Het wijst nooit een persoon of adres aan.',
	cardText: 'Deze waarden zeggen hoe ver u de signalen van dit cijfer kunt vertrouwen. Ze gaan nooit over één gebied.',
	titles: {
		signals: 'Signalen',
		events: (indicator: string) => `${indicator} na een levensgebeurtenis`,
		compare: 'Gebieden naast elkaar',
		plan: (region: string) => `Plan voor ${region}`,
		card: (indicator: string) => `Hoe goed waarschuwt ${indicator}?`
	},
	/** Sets of values on the card of an indicator. */
	cardParts: {
		levels: 'niveaus',
		rules: 'regels',
		calibration: 'kansen',
		scores: 'scores',
		groups: 'groepen',
		sizes: 'grootte van gebieden'
	}
};
