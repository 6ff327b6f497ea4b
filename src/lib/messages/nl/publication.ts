// The page of one publication.

export const publication = {
	statusText: {
		provisional: 'de bron kan nog worden gecorrigeerd. Dan komt er een nieuwe versie.',
		final: 'de bron wordt niet meer gecorrigeerd.'
	},
	states: { draft: 'klaargezet', checked: 'gecontroleerd', published: 'gepubliceerd', superseded: 'vervangen' },
	lead: 'Wat er is gepubliceerd, wanneer, en of deze cijfers nog gelden.',
	replacedTitle: (version: string) => `Vervangen door versie ${version}`,
	replacedText: (date: string) =>
		`Dit is een oude versie. Sinds ${date} gelden nieuwere cijfers. Gebruik deze cijfers alleen om na te gaan wat er eerder stond.`,
	replacedLink: (version: string) => `Naar versie ${version}`,
	latestLink: (version: string) => `Naar versie ${version}, die nu geldt`,
	factsTitle: 'Kenmerken',
	replacesHead: 'Vervangt',
	replacesNone: 'niets, dit is de eerste versie',
	replacesVersion: (version: string, date: string) => `versie ${version} van ${date}`,
	periodHead: 'Periode',
	vintageHead: 'Indeling van de gebieden',
	vintageOwn: 'eigen indeling',
	vintageNone: 'geen gebieden',
	countHead: 'Aantal cijfers',
	unitHead: 'Beschermt',
	costHead: 'Privacykosten',
	cost: (rho: string, epsilon: string, delta: string) => `rho ${rho}; epsilon ${epsilon} bij delta ${delta}`,
	softwareHead: 'Software',
	historyTitle: 'Van klaarzetten tot nu',
	figuresTitle: (region: string) => `De cijfers van heel ${region} in deze versie`,
	figuresTitleNoRegion: 'De cijfers van iedereen samen in deze versie',
	figuresNow: 'Dit zijn de cijfers die nu gelden.',
	figuresNone: 'In deze publicatie staan geen cijfers voor de website.',
	seeNow: 'Bekijk de cijfers per gebied',
	seeNowNoRegion: 'Bekijk alle cijfers',
	manifestTitle: 'Zelf nagaan',
	manifestText:
		'In het manifest staat hoe deze publicatie is gemaakt: de opdracht, het plan, de privacykosten en de controlegetallen van alle bestanden.',
	manifestLink: 'Download het manifest (JSON)',
	signatureLink: 'Download de handtekening (JSON)',
	filesSigned:
		'De bestanden zijn precies zo als ze zijn ondertekend. Reken het controlegetal van het manifest zelf na. Controleer daarna de handtekening met de openbare sleutel van de maker.',
	filesNotKept:
		'Van deze publicatie is het bestand zelf niet bewaard. U krijgt wel de inhoud, maar die heeft een ander controlegetal.',
	bundle: 'Controlegetal van het ondertekende manifest (sha256)'
};
