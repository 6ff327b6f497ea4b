// What every page has around it, and the pages of errors.

export const site = {
	name: 'Voorzicht',
	tagline: 'Zie armoede en schulden aankomen, zonder naar iemand te kijken',
	skip: 'Ga naar de inhoud',
	stale: 'Onze database is even niet bereikbaar. U ziet deze pagina zoals die was op:',
	menu: 'Hoofdmenu',
	overview: 'Overzicht',
	signals: 'Signalen',
	lifeEvents: 'Levensgebeurtenissen',
	outreach: 'Prioriteren',
	comparison: 'Vergelijken',
	validation: 'Valideren',
	privacy: 'Privacy',
	data: 'Gegevens',
	method: 'Methode',
	audit: 'Audit',
	search: 'Zoeken',
	searchLabel: 'Zoek een gemeente of wijk',
	searchAgain: 'Zoek opnieuw',
	otherLanguage: 'English',
	footer: 'Alle cijfers hebben een beetje ruis. Zo is niemand te herkennen, en klopt het grote beeld.',
	accessibility: 'Toegankelijkheid',
	footerLink: 'Zo werkt dat',
	notice: 'Let op',
	source: 'Bron van de cijfers en uitleg'
};

/** What can be taken along from a page. */
export const take = {
	figures: 'Neem deze cijfers mee',
	formats: { csv: 'CSV', xlsx: 'Excel', json: 'JSON-stat' },
	brief: 'Raadsbrief: twee pagina’s voor de gemeenteraad',
	briefAsPdf: 'Raadsbrief als pdf'
};

export const error = {
	notFound: 'Deze pagina bestaat niet',
	notFoundText: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst.',
	unknownRegion: 'Dit gebied kennen we niet',
	unknownRegionText: 'Misschien is de gemeente samengegaan met een andere. Zoek het gebied op naam.',
	unavailable: 'De cijfers zijn even niet bereikbaar',
	unavailableText: 'Dat ligt aan ons, niet aan u. Probeer het over een paar minuten nog eens.',
	tooMany: 'Te veel vragen tegelijk',
	tooManyText: 'Er komen te veel vragen tegelijk van uw netwerk. Wacht een minuut en probeer het dan opnieuw.',
	other: 'Er ging iets mis',
	otherText: 'Dat ligt aan ons, niet aan u. Probeer het later nog eens.',
	home: 'Naar het overzicht',
	search: 'Zoek een gebied'
};
