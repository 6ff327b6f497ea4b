// The page that puts regions side by side.

export const compareRegions = {
	title: 'Vergelijken',
	lead: 'Zet tot vijf gebieden of groepen naast elkaar. U ziet of een verschil echt is, of dat het ook ruis kan zijn.',
	empty: 'Er zijn nog geen cijfers over gebieden om te vergelijken.',
	choose: 'Kies cijfer en gebieden',
	add: 'Zoek een gebied om toe te voegen',
	chosen: 'Gekozen gebieden',
	chosenGroups: 'Gekozen groepen',
	addGroup: 'Zet er een groep naast',
	noGroup: 'geen andere groep',
	oneRegion: (name: string) => `Groepen vergelijken we in één gebied: ${name}.`,
	none: 'U hebt nog geen gebied gekozen. Hieronder staat alvast het hele land. Zoek hierboven een gebied, of begin met een van deze:',
	compareExamples: 'Vergelijk deze gebieden met elkaar',
	remove: (name: string) => `Haal ${name} weg`,
	makeFirst: (name: string) => `Vergelijk alles met ${name}`,
	first: 'hiermee vergelijken we',
	full: 'Er staan vijf gebieden. Haal er eerst een weg om een ander toe te voegen.',
	tooMany: 'U hebt er meer dan vijf gekozen. U ziet de eerste vijf.',
	found: (n: number, q: string) =>
		n === 0 ? `Niets gevonden voor “${q}”.` : `Gevonden voor “${q}”. Kies wat u wilt toevoegen:`,
	moreFound: 'Er zijn er meer. Typ meer letters om verder te zoeken.',
	shares: (indicator: string, period: string) => `${indicator}, ${period}`,
	scale: (max: string, root: string) => `De balk loopt tot ${max}. De stippellijn is ${root}.`,
	onlyGroup: (group: string) => `Alleen deze groep: ${group}.`,
	amongGroups: (region: string) => `Groepen in ${region}.`,
	differences: (name: string) => `Verschil met ${name}`,
	region: 'Gebied',
	group: 'Groep',
	difference: 'Verschil',
	interval: '95%-interval',
	inWords: 'In woorden',
	noDifference: 'te weinig om een verschil te berekenen',
	several: 'U kijkt naar meer verschillen tegelijk. Dan lijkt er soms een verschil dat er niet is.',
	fromTo: (low: string, high: string) => `van ${low} tot ${high}`,
	places: 'De plaats op de lijst',
	placesLead:
		'Plaats 1 heeft het hoogste aandeel. Door de ruis ligt een plaats nooit precies vast. We noemen alle plaatsen die kunnen. Dat zijn er vaak veel. De kans op de top zegt wat waarschijnlijk is.',
	placesHow:
		'We schatten het aandeel met hulp van de omgeving en van andere gebieden. Hoe kleiner het gebied, hoe meer die meetellen. Ook toeval telt mee als ruis.',
	placesWhere:
		'Een wijk of buurt vergelijken we binnen de eigen gemeente. Grotere gebieden vergelijken we binnen het land.',
	estimate: 'Geschat aandeel',
	own: 'Telt zelf mee voor',
	place: 'Plaats',
	top: 'Kans op de top',
	placeExact: (place: string, of: string, within: string) => `plaats ${place} van ${of} in ${within}`,
	placeBetween: (best: string, worst: string, of: string, within: string) =>
		`kan plaats ${best} tot en met ${worst} zijn, van ${of} in ${within}`,
	noPlace: 'geen plaats',
	noPlaces: 'Voor deze gebieden zijn er geen schattingen.',
	inTop: (chance: string, top: string) => `${chance} bij de hoogste ${top}`,
	inFirst: (chance: string) => `${chance} de hoogste`,
	sideBySide: (period: string) => `Alle cijfers naast elkaar, ${period}`,
	indicator: 'Cijfer',
	similar: (name: string) => `Gemeenten die lijken op ${name}`,
	similarLead:
		'Ze lijken op elkaar in inwoners, dichtheid en grootte van de huishoudens. Armoede en schulden tellen niet mee. De meest gelijke staat bovenaan.',
	similarSource: 'Inwoners: 1 januari 2024. Huishoudens: 1 januari 2020. Bron: CBS.',
	similarFacts: (inhabitants: string, density: string, size: string) =>
		`${inhabitants} inwoners, ${density} per km², ${size} per huishouden`,
	addRegion: (name: string) => `Voeg ${name} toe`
};
