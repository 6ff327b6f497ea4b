// The accessibility statement.

export const accessibility = {
	title: 'Toegankelijkheid',
	lead: 'Iedereen moet deze website kunnen gebruiken. Ook met een schermlezer, met alleen een toetsenbord of met grote letters.',
	statusTitle: 'Hoe ver we zijn',
	status: [
		'De norm voor websites van de overheid heet EN 301 549. Daarin staan de regels van WCAG 2.2, niveau A en AA.',
		'Deze website voldoet voor zover we dat zelf konden testen. Een onafhankelijk bureau heeft de site nog niet onderzocht. Tot die tijd is de status: voldoet gedeeltelijk.'
	],
	testedTitle: 'Wat we testen',
	tested: [
		'Bij elke wijziging van de software controleert een programma alle pagina’s. Dat gebeurt in het Nederlands en het Engels, licht en donker.',
		'Alle taken lukken met alleen het toetsenbord. Het is altijd te zien waar u bent.',
		'Lezen kan zonder JavaScript.',
		'De pagina’s passen op het smalste scherm. Vergroten tot 400% kan.',
		'Bij elke grafiek staat een tabel met dezelfde cijfers.',
		'Kleur is nooit het enige verschil. Wie minder beweging wil, krijgt geen beweging.'
	],
	gapsTitle: 'Wat nog niet goed gaat',
	gaps: [
		'We hebben nog niet getest met mensen die een schermlezer of andere hulp gebruiken.',
		'De raadsbrief is gemaakt als toegankelijke pdf. Een apart controleprogramma heeft dat nog niet bevestigd. Dezelfde tekst staat ook als gewone pagina op de site.',
		'De kaart heeft veel vlakken. Met een schermlezer is de lijst ernaast sneller.'
	],
	contactTitle: 'Loopt u vast?',
	contact:
		'Laat het weten aan de organisatie die deze website aanbiedt, of aan uw gemeente. Vertel welke pagina het is en wat er misgaat. U krijgt de cijfers dan op een andere manier.',
	complaint: 'Krijgt u geen goed antwoord? Dan kunt u een klacht indienen bij de Nationale ombudsman.',
	date: 'Deze verklaring is van 23 november 2026.'
};
