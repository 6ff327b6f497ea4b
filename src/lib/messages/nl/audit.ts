// The page of the privacy audit.

export const audit = {
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
		'Een publicatie met meer soorten ruis heeft voor elke soort een rij. Verschil: hoe zwaar één huishouden hooguit meetelt. Sigma²: hoe breed de ruis is. Epsilon geldt bij de delta in dezelfde rij. Toetswaarde: hoe goed de trekkingen passen bij de ruis die erbij hoort; laag is slecht.',
	samplerCaption: 'De belofte en wat de trekkingen aantonen',
	noiseOf: 'Ruis van',
	/** One of the kinds of noise of a publication. */
	nthNoise: (nth: string, of: string) => `ruis ${nth} van ${of}`,
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
};
