// The page of life events; their names and definitions come from the analytics.

export const events = {
	title: 'Levensgebeurtenissen',
	lead: 'Hoe vaak armoede en schulden voorkomen na een gebeurtenis, vergeleken met mensen die het niet meemaakten.',
	caution:
		'Dit laat een samenhang zien, geen oorzaak. Wie de gebeurtenis meemaakt, kan ook om andere redenen vaker geldzorgen hebben.',
	empty: 'Er zijn nog geen cijfers over levensgebeurtenissen.',
	choose: 'Kies wat u wilt zien',
	event: 'Gebeurtenis',
	indicator: 'Cijfer',
	region: 'Gebied',
	period: 'Periode',
	show: 'Toon',
	subject: (indicator: string, event: string) => `${indicator} na: ${event}`,
	none: 'Voor dit gebied zijn er na deze gebeurtenis te weinig gegevens. Kies een groter gebied.',
	since: 'Tijd sinds de gebeurtenis',
	years: { '0-11': '0–1 jaar', '12-23': '1–2 jaar', '24-35': '2–3 jaar' } as Record<string, string>,
	yearsLong: {
		'0-11': 'minder dan een jaar na de gebeurtenis',
		'12-23': 'een tot twee jaar na de gebeurtenis',
		'24-35': 'twee tot drie jaar na de gebeurtenis'
	} as Record<string, string>,
	curve: (subject: string, region: string) => `${subject}, ${region}, naar tijd sinds de gebeurtenis`,
	curveLine: 'Dikke lijn met punten: na de gebeurtenis.',
	curveReference: 'Dunne grijze lijn: zonder deze gebeurtenis.',
	without: 'zonder',
	after: 'Na de gebeurtenis',
	withoutEvent: 'Zonder de gebeurtenis',
	difference: 'Verschil',
	ratio: 'Verhouding',
	standardised: 'Verschil bij gelijke leeftijden',
	sure: 'Kans op vaker',
	verdict: {
		higher: 'Zeer waarschijnlijk vaker dan zonder de gebeurtenis.',
		'likely-higher': 'Waarschijnlijk vaker dan zonder de gebeurtenis, maar niet zeker.',
		none: 'Geen verschil dat we kunnen zien.',
		'likely-lower': 'Waarschijnlijk minder vaak dan zonder de gebeurtenis, maar niet zeker.',
		lower: 'Zeer waarschijnlijk minder vaak dan zonder de gebeurtenis.'
	},
	explainedByAge: 'Tussen mensen van dezelfde leeftijd zien we geen verschil.',
	when: (window: string) => `Het gaat om ${window}.`,
	times: (ratio: string, low: string, high: string) => `${ratio} keer zo vaak (95%-interval: ${low} tot ${high} keer)`,
	maybeLess: 'Het kan ook minder vaak zijn.',
	maybeMore: 'Het kan ook vaker zijn.',
	noTimes: 'niet te schatten',
	noTimesWhy: 'Zonder de gebeurtenis komt het zo weinig voor dat de verhouding niet te schatten is.',
	more: (size: string, range: string) => `${size} hoger (${range})`,
	less: (size: string, range: string) => `${size} lager (${range})`,
	same: (range: string) => `geen verschil dat we kunnen zien (${range})`,
	apart: (low: string, high: string) => `${low} tot ${high} procentpunt`,
	notKnown: 'niet gemeten',
	comparedWith: 'Vergeleken met:',
	chance: (of20: string) => `${of20} van de 20`,
	threeYears: 'Na drie jaar',
	inflow: (after: string, without: string) =>
		`Van wie dit eerst niet had, heeft naar schatting ${after} het binnen drie jaar na de gebeurtenis wel. Zonder de gebeurtenis is dat ${without}.`,
	inflowNote: 'Dit geldt als elk jaar na de gebeurtenis verloopt zoals nu.',
	inflowOpposite:
		'Dit wijst een andere kant op dan het verschil met anderen op deze pagina. Daar telt ook mee wie dit al had voor de gebeurtenis. Hier tellen alleen mensen die het nog niet hadden.',
	study: 'De jaren rond de gebeurtenis',
	studyCaption: (subject: string, region: string) =>
		`${subject}, ${region}: verschil met mensen zonder de gebeurtenis, in procentpunt`,
	studyNote:
		'Punt: het verschil, vergeleken met het jaar voor de gebeurtenis (open punt). Streep: het 95%-interval. Jaar 0 eindigt na de gebeurtenis. In de jaren ervoor tellen de mensen die nu in het huishouden wonen.',
	studyEvent: 'gebeurtenis',
	studyYear: 'Jaar vanaf de gebeurtenis',
	studyBase: 'vergelijkingsjaar',
	studyBefore: (years: string) => `${years} jaar ervoor`,
	studySame: 'het jaar zelf',
	studyAfter: (years: string) => `${years} jaar erna`,
	studyMean: (text: string) => `Gemiddeld vanaf het jaar zelf: ${text}, vergeleken met het jaar ervoor.`,
	studyOpposite:
		'Dit zegt iets anders dan het verschil met anderen op deze pagina. Daar vergelijken we met andere mensen. Hier kijken we of het na de gebeurtenis anders ging dan ervoor. De gebeurtenis hoeft dus niet de oorzaak te zijn.',
	parallel: 'Voor de gebeurtenis liepen beide groepen gelijk op, voor zover we kunnen zien.',
	notParallel:
		'Al voor de gebeurtenis liepen de groepen uit elkaar. Een deel van het verschil begon dus eerder dan de gebeurtenis.',
	untested: 'Er zijn te weinig jaren bekend om te zien of de groepen ervoor gelijk opliepen.',
	pretrend: (p: string) => `Toets op gelijk verloop: p = ${p}.`,
	pretrendSmall: 'Toets op gelijk verloop: p is kleiner dan 0,01.',
	noStudy:
		'Voor dit cijfer en deze gebeurtenis zijn de jaren ervoor niet gemeten. Of er zijn te weinig huishoudens om iets te zeggen.',
	studyElsewhere: (region: string) => `De jaren rond de gebeurtenis zijn alleen bekend voor ${region}.`,
	all: 'Alle gebeurtenissen',
	allNote: 'Aandeel minder dan een jaar na de gebeurtenis. De streep is het 95%-interval.',
	regions: (level: string) => `${level} waar de aantallen het toelaten`,
	regionsNote: (share: string) => `Hoogste zekere aandeel bovenaan. De stippellijn is ${share}.`,
	unsure: (n: string) => `Gebieden die te onzeker zijn voor deze lijst: ${n}.`,
	level: 'Soort gebied',
	help: 'Wat kan helpen',
	helpNote: 'Algemene informatie. Deze pagina zegt niets over één persoon of huishouden.',
	helpFor: {
		'turned-18':
			'Rond de 18 komen er veel plichten bij, zoals een eigen zorgverzekering. Zorgtoeslag is aan te vragen bij Dienst Toeslagen. Bij vragen over geld kan de gemeente helpen.',
		child:
			'Met een kind veranderen toeslagen en kosten. De SVB betaalt kinderbijslag. Dienst Toeslagen gaat over kindgebonden budget en kinderopvangtoeslag.',
		'job-loss':
			'Wie een baan verliest, kan bij UWV een WW-uitkering aanvragen. Hulp bij het zoeken naar werk is er bij UWV en de gemeente. Toeslagen kunnen hoger worden.',
		study:
			'DUO gaat over studiefinanciering en leningen. Een aanvullende beurs hangt af van het inkomen van de ouders. Bij geldzorgen helpt de school of de gemeente.',
		'business-start':
			'De KVK geeft informatie aan wie een bedrijf begint. De gemeente kan starters vanuit de bijstand helpen met het Bbz.',
		'business-trouble':
			'Ondernemers met geldproblemen kunnen terecht bij de schuldhulp van de gemeente. Het Bbz kan tijdelijk helpen. De KVK heeft een adviesteam voor ondernemers.',
		'entrepreneur-died':
			'De nabestaanden krijgen te maken met het bedrijf en met schulden. De KVK en de Belastingdienst helpen met de stappen. Bij de SVB is soms een Anw-uitkering mogelijk.',
		separation:
			'Na een scheiding zijn er vaak twee huren in plaats van één. Toeslagen moeten worden aangepast bij Dienst Toeslagen. Het Juridisch Loket geeft gratis advies.',
		'partner-died':
			'De SVB gaat over de Anw-uitkering voor nabestaanden. Toeslagen en pensioen veranderen. De gemeente kan helpen bij geldzorgen.',
		disability:
			'UWV gaat over de uitkeringen WIA en Wajong. De gemeente kan helpen met extra kosten door ziekte, zoals met bijzondere bijstand.',
		retirement:
			'De SVB betaalt de AOW. Wie te weinig AOW heeft opgebouwd, kan bij de SVB een aanvulling vragen, de AIO.',
		'moved-out':
			'Wie op zichzelf gaat wonen, kan huurtoeslag en zorgtoeslag aanvragen bij Dienst Toeslagen. De gemeente helpt bij vragen over geld en wonen.',
		newcomer:
			'De gemeente begeleidt wie inburgert en helpt met de eerste stappen. Dienst Toeslagen en de SVB gaan over toeslagen en kinderbijslag.',
		'single-parent':
			'Alleenstaande ouders krijgen meer kindgebonden budget. Dat regelt Dienst Toeslagen. De gemeente kan helpen met kosten voor de kinderen.',
		'social-assistance-start':
			'Bij de bijstand hoort hulp van de gemeente bij werk en geld. Ook bijzondere bijstand en kwijtschelding van belastingen zijn mogelijk.',
		'income-drop':
			'Bij een lager inkomen kunnen toeslagen hoger worden. Geef de wijziging door aan Dienst Toeslagen. De gemeente helpt vroeg, ook zonder schulden.'
	} as Record<string, string>,
	helpGeneral: 'Bij geldzorgen kan iedereen terecht bij de gemeente. Hoe eerder, hoe beter.',
	missing: 'Gebeurtenissen die hier niet in staan',
	missingText:
		'We kunnen deze gebeurtenissen meten, maar in deze publicatie zijn ze niet geteld. Elke gebeurtenis erbij kost privacy, of maakt de andere cijfers minder precies.',
	missingElsewhere: 'Staat wel in een andere publicatie',
	notMeasurable: 'Wat we niet kunnen meten',
	definition: 'Hoe we deze gebeurtenis vinden'
};
