/** All texts in Dutch at B1 level. The type of this object is the catalogue; other languages have the same keys. */
export const nl = {
	site: {
		name: 'Voorzicht',
		tagline: 'Zie armoede en schulden aankomen, zonder naar iemand te kijken',
		skip: 'Ga naar de inhoud',
		menu: 'Hoofdmenu',
		overview: 'Overzicht',
		method: 'Methode',
		audit: 'Audit',
		search: 'Zoeken',
		searchLabel: 'Zoek een gemeente of wijk',
		searchAgain: 'Zoek opnieuw',
		otherLanguage: 'English',
		footer: 'Alle cijfers hebben een beetje ruis. Zo is niemand te herkennen, en klopt het grote beeld.',
		footerLink: 'Zo werkt dat',
		notice: 'Let op',
		source: 'Bron van de cijfers en uitleg'
	},
	choice: {
		title: 'Kies wat u wilt zien',
		indicator: 'Cijfer',
		period: 'Periode',
		level: 'Soort gebied',
		order: 'Volgorde',
		show: 'Toon',
		orderCertain: 'Hoogste, met zekerheid',
		orderShare: 'Hoogste aandeel',
		orderName: 'Op naam',
		ignored: (names: string) => `Deze keuze kennen we niet: ${names}. U ziet daarom de standaardkeuze.`
	},
	overview: {
		title: 'Waar is het risico hoog?',
		lead: 'Per gebied ziet u hoe groot het aandeel huishoudens of personen is, en hoe zeker dat cijfer is.',
		empty: 'Nog geen cijfers',
		emptyText:
			'Er is nog geen publicatie. Zodra de eerste cijfers klaar en gecontroleerd zijn, ziet u ze op deze pagina.',
		nation: (region: string) => `Heel ${region}`,
		everyone: 'Iedereen samen',
		ranking: (level: string) => `${level} op een rij`,
		rankingCertain:
			'De volgorde gaat uit van de ondergrens: het aandeel dat er vrijwel zeker is. Zo komt een gebied minder snel door toeval bovenaan.',
		rankingShare: 'Kleine verschillen zeggen weinig: kijk of de lijnen elkaar overlappen.',
		rankingScale: (max: string, whole: string) =>
			`De lijn loopt van 0 tot ${max}. De stippellijn is heel ${whole}. Het interval van 95% staat erbij.`,
		showAll: (n: string) => `Toon alle ${n}`,
		showTop: (n: string) => `Toon alleen de eerste ${n}`,
		shownOf: (shown: string, total: string) => `${shown} van ${total} gebieden`,
		noRegions: 'Voor deze keuze zijn er geen cijfers per gebied.'
	},
	map: {
		title: (indicator: string, level: string, period: string) => `${indicator} per ${level}, ${period}`,
		tiles: 'Tegels',
		boundaries: 'Grenzen',
		tilesNote: 'Elke tegel is één gebied. Alle tegels zijn even groot, zodat kleine gebieden ook te zien zijn.',
		boundariesNote: 'Grote gebieden vallen op deze kaart meer op. Dat zegt niets over het aantal mensen.',
		fallbackNote: (tile: string, level: string) =>
			`Elke tegel is een ${tile}. De kleur is die van de ${level} waarin de tegel ligt.`,
		upNote: (tile: string) => `Op deze kaart staan de cijfers per ${tile}. In de lijst staat de keuze die u maakte.`,
		none: 'Van deze gebieden kennen we de plaats op de kaart niet. De lijst is wel compleet.',
		legend: 'Betekenis van de kleuren',
		below: (to: string) => `minder dan ${to}`,
		between: (from: string, to: string) => `${from} tot ${to}`,
		above: (from: string) => `${from} of meer`,
		nationHere: 'hele land',
		unsure: 'gestreept: onzeker (letter C of D)',
		missing: 'leeg: te weinig om iets over te zeggen',
		keys: 'Met de pijltjes gaat u van tegel naar tegel; met Enter opent u het gebied.',
		keysBoundaries: 'Met de pijltjes gaat u van gebied naar gebied; met Enter opent u het gebied.',
		asList: 'Alle gebieden als lijst',
		view: 'Soort kaart'
	},
	figure: {
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
	},
	compare: {
		higher: (size: string, region: string) => `Zeer waarschijnlijk hoger dan ${region}: ${size}.`,
		lower: (size: string, region: string) => `Zeer waarschijnlijk lager dan ${region}: ${size}.`,
		likelyHigher: (region: string) => `Waarschijnlijk hoger dan ${region}, maar niet zeker.`,
		likelyLower: (region: string) => `Waarschijnlijk lager dan ${region}, maar niet zeker.`,
		none: (region: string) => `Geen verschil met ${region} dat we kunnen zien.`,
		title: (region: string) => `Vergeleken met ${region}`
	},
	signals: {
		title: 'Wat nu opvalt',
		real: 'Deze stijging is groter dan ruis.',
		lead: (previous: string) =>
			`Vergeleken met ${previous} is het aandeel in deze gebieden gestegen. De stijging is groter dan de ruis. Van de tien signalen is er naar verwachting hooguit één vals.`,
		none: (previous: string) => `Vergeleken met ${previous} is er geen stijging die groter is dan de ruis.`,
		noPrevious: 'Voor deze keuze is er geen eerdere periode om mee te vergelijken.',
		rise: (points: string, from: string) => `${points} erbij sinds ${from}`,
		chance: (percent: string) => `kans op een stijging: ${percent}`,
		more: (n: number) => (n === 1 ? 'En nog 1 ander signaal' : `En nog ${n} andere signalen`),
		moreShown: (n: string) => `U ziet de ${n} grootste.`,
		elsewhere: (indicator: string, n: number) =>
			n === 1 ? `Bij ${indicator} is er 1 stijging.` : `Bij ${indicator} zijn er ${n} stijgingen.`
	},
	region: {
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
		vintage: (v: string) => `Indeling van de gebieden: ${v}. Oude periodes zijn omgerekend naar deze indeling.`,
		release: (title: string, period: string, version: string, date: string) =>
			`${title}, ${period}, versie ${version}, gepubliceerd op ${date}.`,
		noFigures: 'Voor dit gebied zijn er geen cijfers.',
		onePeriod: 'Er is één periode. Een verloop is te zien zodra er meer periodes zijn.',
		period: 'Periode',
		here: 'Dit gebied',
		print: 'U kunt deze pagina zo afdrukken.',
		unknownPart: 'Onbekend',
		small: 'Dit gebied is klein. Kijk ook naar het gebied waar het in ligt.'
	},
	chart: {
		asTable: 'Toon als tabel',
		skip: 'Sla de kaart over'
	},
	search: {
		title: 'Zoek een gebied',
		results: (n: number, q: string) =>
			n === 0
				? `Niets gevonden voor “${q}”.`
				: n === 1
					? `1 gebied gevonden voor “${q}”.`
					: `${n} gebieden gevonden voor “${q}”.`,
		many: (n: string) =>
			`Meer dan ${n} gebieden gevonden. U ziet de eerste ${n}. Typ meer letters om verder te zoeken.`,
		hint: 'Typ een naam of een code. Accenten en hoofdletters maken niet uit.'
	},
	method: {
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
		together: (rho: string) => `Publicaties over dezelfde mensen tellen op: samen rho ${rho}.`,
		togetherEach: (sums: string) => `Publicaties over dezelfde mensen tellen op: ${sums}.`,
		togetherOf: (title: string, rho: string) => `${title} samen rho ${rho}`,
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
		superseded: 'vervangen',
		noReleases: 'Er is nog geen publicatie.',
		integrityTitle: 'Klopt de ruis?',
		integrity: (title: string, period: string, p: string) =>
			`${title}, ${period}: de tabellen passen bij elkaar zoals de ruis voorspelt (toetswaarde ${p}; laag is slecht).`,
		integrityBad: (title: string, period: string, p: string) =>
			`${title}, ${period}: de tabellen passen minder goed bij elkaar dan de ruis voorspelt (toetswaarde ${p}; laag is slecht). Wees voorzichtig met deze cijfers.`,
		vintageTitle: 'Gebieden en jaren',
		vintage:
			'Gemeenten veranderen: ze gaan samen of krijgen nieuwe grenzen. We rekenen alle jaren om naar één indeling. Zo vergelijkt u steeds hetzelfde gebied.',
		accessTitle: 'Zonder computer',
		access: 'Wilt u liever met iemand praten over deze cijfers, of over geldzorgen? Bel of bezoek uw gemeente.'
	},
	audit: {
		title: 'Kan iemand zien of uw huishouden meetelt?',
		lead: 'We vallen onze eigen cijfers aan en meten wat een aanvaller te weten komt. Dat heet een audit. Op deze pagina staat de uitkomst.',
		none: 'Hier is nog geen audit gepubliceerd. Wie deze website beheert, doet dat met deze opdrachten:',
		passedTitle: 'De audit is geslaagd',
		passedText:
			'Geen enkele proef gaf meer prijs dan we beloven. Wat we beloven, staat bij de publicaties: hooguit zo veel kan iemand zijn kansen bijstellen.',
		passedLink: 'Publicaties en hun privacykosten',
		failedTitle: 'Let op: de audit is niet geslaagd',
		failedText:
			'Minstens één onderdeel hieronder is niet in orde. De beheerder moet dit eerst herstellen. Tot die tijd hoort er niets nieuws te worden gepubliceerd.',
		when: 'Gemaakt op',
		software: 'Software',
		versionOf: (name: string, version: string) => `${name} versie ${version}`,
		form: 'Soort audit',
		forms: { quick: 'kort, bij elke wijziging van de software', deep: 'uitgebreid, met meer proeven' },
		size: 'Omvang',
		sizeOf: (draws: string, pairs: string, faults: string) =>
			`${draws} trekkingen van ruis, ${pairs} paren van publicaties, ${faults} ingebouwde fouten`,
		outcome: 'Uitkomst',
		passed: 'geslaagd',
		failed: 'niet geslaagd',
		samplerTitle: 'Beschermt de ruis genoeg?',
		samplerText: [
			'We trekken heel vaak ruis: voor een aantal met één huishouden en voor hetzelfde aantal zonder. Dan kijken we hoe goed een aanvaller die twee uit elkaar kan houden.',
			'De maat daarvoor is epsilon. De trekkingen laten zien hoe groot epsilon minstens is. Dat mag niet meer zijn dan de belofte. Komt het er dicht bij, dan is de proef scherp. Bij veel ruis kan zo’n proef maar een klein deel aantonen.'
		],
		samplerChance: (alpha: string) =>
			`De kans dat goede ruis door toeval niet slaagt, is per proef hooguit ${alpha}. Tussen haakjes staat welk deel van de belofte is aangetoond.`,
		samplerColumns:
			'Verschil: hoe zwaar één huishouden hooguit meetelt. Sigma²: hoe breed de ruis is. Epsilon geldt bij de delta in dezelfde rij. Toetswaarde: hoe goed de trekkingen passen bij de ruis die erbij hoort; laag is slecht.',
		samplerCaption: 'De belofte en wat de trekkingen aantonen',
		noiseOf: 'Ruis van',
		sigma2: 'sigma²',
		contribution: 'Verschil',
		draws: 'Trekkingen',
		delta: 'delta',
		claimed: 'Belofte (epsilon)',
		proven: 'Aangetoond',
		provenOf: (epsilon: string, part: string) => `${epsilon} (${part})`,
		fit: 'Toetswaarde',
		notFitted: 'niet getoetst',
		replayTitle: 'Verandert een publicatie te veel door één huishouden?',
		replayText:
			'We maken een publicatie twee keer met dezelfde ruis: met een huishouden en zonder. Elk verschil kost privacy. Dat mag niet meer zijn dan de prijs die voor de publicatie is betaald. Een deel van de paren is zo gemaakt dat de kosten zo hoog mogelijk zijn.',
		replayCaption: 'Publicaties met en zonder één huishouden',
		plan: 'Publicatie',
		pairs: 'Paren',
		worst: 'Zwaarste gevallen',
		cost: 'Hoogste kosten, deel van de prijs',
		broken: 'Gebroken regels',
		noneBroken: 'geen',
		enumerationTitle: 'Klopt elke stap van het toeval?',
		enumerationText:
			'Ruis komt tot stand in kleine stappen. We rekenen alle wegen door die stappen uit, met hun precieze kans. Bij deze proef is er zelf geen toeval.',
		enumerationCaption: 'Alle wegen door de stappen',
		mechanism: 'Onderdeel',
		paths: 'Wegen',
		faultsTitle: 'Ziet de audit een fout die er echt is?',
		faultsText: (seen: string, all: string) =>
			`We bouwen expres fouten in. Een audit die werkt, ziet ze allemaal. Deze audit zag er ${seen} van de ${all}.`,
		faultsCaption: 'Fouten die expres zijn ingebouwd',
		fault: 'Fout',
		where: 'Waar',
		kinds: { sampler: 'in de ruis', release: 'in een publicatie' },
		seen: 'Gezien',
		yes: 'ja',
		no: 'nee',
		notTested: 'Dit onderdeel hoort niet bij deze audit.',
		limitsTitle: 'Wat een audit niet zegt',
		limits: [
			'Een audit vindt fouten. Hij bewijst niet dat er geen enkele fout is. Het bewijs is wiskunde en staat bij de broncode.',
			'Een audit gaat over de software. Hij zegt niets over wie op de afgesloten plek bij de gegevens mag.'
		],
		againTitle: 'Zelf nagaan',
		report: 'Het hele rapport als bestand (JSON)',
		again: 'De software is open. Iedereen kan de audit opnieuw doen met deze opdracht, op dezelfde verzonnen gegevens:'
	},
	error: {
		notFound: 'Deze pagina bestaat niet',
		notFoundText: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst.',
		unknownRegion: 'Dit gebied kennen we niet',
		unknownRegionText: 'Misschien is de gemeente samengegaan met een andere. Zoek het gebied op naam.',
		unavailable: 'De cijfers zijn even niet bereikbaar',
		unavailableText: 'Dat ligt aan ons, niet aan u. Probeer het over een paar minuten nog eens.',
		other: 'Er ging iets mis',
		otherText: 'Dat ligt aan ons, niet aan u. Probeer het later nog eens.',
		home: 'Naar het overzicht',
		search: 'Zoek een gebied'
	},
	bands: {
		between: (from: string, to: string) => `${from} tot ${to}`,
		above: (from: string) => `${from} of meer`
	},
	levels: {
		land: ['land', 'Landen'],
		provincie: ['provincie', 'Provincies'],
		gemeente: ['gemeente', 'Gemeenten'],
		wijk: ['wijk', 'Wijken'],
		buurt: ['buurt', 'Buurten'],
		bundesland: ['deelstaat', 'Deelstaten']
	} as Record<string, readonly [one: string, many: string]>,
	attributes: {
		household_type: 'soort huishouden',
		householdType: 'soort huishouden',
		household: 'soort huishouden',
		type: 'soort huishouden',
		age: 'leeftijd',
		sex: 'geslacht',
		size: 'aantal personen in het huishouden',
		hsize: 'aantal personen in het huishouden'
	} as Record<string, string>
};

type Texts<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: { readonly [K in keyof T]: Texts<T[K]> };

export type Messages = Texts<typeof nl>;
