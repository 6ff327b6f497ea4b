// The page that accounts for the figures.

export const method = {
	title: 'Methode en verantwoording',
	lead: 'Hoe deze cijfers zijn gemaakt, wat ze zeggen en wat ze niet zeggen.',
	noiseTitle: 'Waarom er ruis op de cijfers zit',
	noise: [
		'Voordat een aantal naar buiten komt, tellen we er een willekeurig getal bij op. Dat getal is soms positief en soms negatief. Gemiddeld is het nul. Dit heet ruis.',
		'Door de ruis is nauwelijks te zien of één huishouden wel of niet meetelt. Bij grote aantallen merkt u er bijna niets van. Bij kleine aantallen is het cijfer onzeker. Daarom staat bij elk cijfer een interval.',
		'De ruis is echt toeval. Hij wordt één keer getrokken en daarna nooit opnieuw. Vaker kijken helpt dus niet om de ruis weg te halen.',
		'De marge bij een cijfer komt alleen van de ruis. De registers van het CBS zelf zijn volledig geteld. Komt een cijfer uit een steekproef, dan is het in werkelijkheid minder zeker dan de marge laat zien.'
	],
	cannotTitle: 'Wat u niet met deze cijfers kunt doen',
	cannot: [
		'Iets zeggen over één persoon of één huishouden.',
		'Gebieden op een ranglijst zetten alsof elk verschil echt is. Kijk eerst of de intervallen elkaar overlappen.',
		'Een oorzaak aanwijzen. De cijfers laten zien waar iets vaker voorkomt, niet waarom.',
		'Schulden tellen die nergens geregistreerd zijn, zoals schulden bij familie.'
	],
	wallTitle: 'De muur',
	wall: 'Het rekenwerk met gegevens van mensen gebeurt op een afgesloten plek. Deze website draait ergens anders. Alleen cijfers met ruis gaan door de deur. De website heeft geen toegang tot gegevens van mensen, ook niet als iemand inbreekt.',
	auditTitle: 'Getest: kan iemand zien of u meetelt?',
	auditText: 'We vallen onze eigen cijfers aan, zoals een aanvaller dat zou doen. Zo meten we wat hij te weten komt.',
	auditLink: 'Bekijk wat er is getest en wat eruit kwam',
	definitionsTitle: 'Definities',
	allDefinitions: 'Bekijk alle definities en levensgebeurtenissen',
	letterRule: {
		A: 'De ruis is kleiner dan een tiende van het cijfer.',
		B: 'De ruis is een tiende tot een vijfde van het cijfer.',
		C: 'De ruis is een vijfde tot ruim een derde van het cijfer.',
		D: 'De ruis is meer dan een derde van het cijfer. Of het gaat om te weinig mensen: dan staat er alleen “minder dan” of “meer dan”.',
		X: 'Het aantal is te klein vergeleken met de ruis. We tonen geen aandeel.'
	},
	version: (v: string) => `versie ${v}`,
	sourceLabel: 'Bron',
	sourceTable: 'een tabel die de maker van de publicatie heeft aangeleverd',
	sourceCbs: 'registers van het CBS',
	unitLabel: 'Telt',
	unitOf: { person: 'personen', household: 'huishoudens' },
	noDefinitions: 'Er zijn nog geen cijfers.',
	notFor: 'Niet bedoeld voor',
	lettersTitle: 'Letters voor betrouwbaarheid',
	lettersLead: 'Bij elk cijfer staat een letter. Die zegt hoe groot de ruis is vergeleken met het cijfer.',
	letterHead: 'Letter',
	meaning: 'Betekenis',
	rule: 'Regel',
	releasesTitle: 'Publicaties en hun privacykosten',
	releasesLead:
		'Elke publicatie geeft iets prijs over mensen. Hoeveel hooguit, staat hieronder. Hoe lager rho en epsilon, hoe beter beschermd.',
	togetherLead: 'Publicaties over dezelfde mensen tellen op, ook oude versies. Een oude versie blijft immers openbaar.',
	together: (rho: string) => `Samen is dat rho ${rho}.`,
	togetherOf: (source: string, unit: string, rho: string) => `Gegevens “${source}”, voor ${unit}: samen rho ${rho}.`,
	epsilonWords: (epsilon: string, odds: string) =>
		`Epsilon ${epsilon} betekent: wie de cijfers ziet, kan zijn kansen over één huishouden of persoon hooguit met een factor ${odds} bijstellen. De kans dat dit een keer niet geldt, is kleiner dan delta.`,
	releaseName: 'Publicatie',
	versionHead: 'Versie',
	dateHead: 'Datum',
	unitHead: 'Beschermt',
	units: { person: 'elke persoon', household: 'elk huishouden' },
	rho: 'rho',
	epsilon: 'epsilon',
	delta: 'delta',
	current: 'actueel',
	superseded: (version: string) => `vervangen door versie ${version}`,
	statusHead: 'Bron',
	versionsNote: 'Een nieuwe versie vervangt de oude. Oude versies blijven hier te vinden; klik op de naam.',
	noReleases: 'Er is nog geen publicatie.',
	integrityTitle: 'Klopt de ruis?',
	integrity: (title: string, period: string, p: string, releases: number) =>
		`${title}, ${period}: de tabellen passen bij elkaar zoals de ruis voorspelt (${releases === 1 ? '' : 'laagste '}toetswaarde ${p}; laag is slecht).`,
	integrityBad: (title: string, period: string, p: string) =>
		`${title}, ${period}: de tabellen passen minder goed bij elkaar dan de ruis voorspelt (toetswaarde ${p}; laag is slecht). Wees voorzichtig met deze cijfers.`,
	vintageTitle: 'Gebieden en jaren',
	vintage:
		'Gemeenten veranderen: ze gaan samen of krijgen nieuwe grenzen. We rekenen alle jaren om naar één indeling. Zo vergelijkt u steeds hetzelfde gebied.',
	accessTitle: 'Zonder computer',
	access: 'Wilt u liever met iemand praten over deze cijfers, of over geldzorgen? Bel of bezoek uw gemeente.'
};
