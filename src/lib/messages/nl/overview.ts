// The page of all regions: choice, map, list and what stands out.

export const choice = {
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
};

export const overview = {
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
};

export const signals = {
	title: 'Wat nu opvalt',
	real: 'Deze stijging is groter dan ruis en toeval:',
	lead: (previous: string) =>
		`Vergeleken met ${previous} is het aandeel in deze gebieden gestegen. De stijging is groter dan ruis en toeval. Van de tien signalen is er naar verwachting hooguit één vals.`,
	none: (previous: string) => `Vergeleken met ${previous} is er geen stijging die groter is dan ruis en toeval.`,
	noPrevious: 'Voor deze keuze is er geen eerdere periode om mee te vergelijken.',
	rise: (points: string, from: string) => `${points} erbij sinds ${from}`,
	chance: (percent: string) => `kans op een stijging: ${percent}`,
	more: (n: number) => (n === 1 ? 'En nog 1 ander signaal' : `En nog ${n} andere signalen`),
	moreShown: (n: string) => `U ziet de ${n} grootste.`,
	elsewhere: (indicator: string, n: number) =>
		n === 1 ? `Bij ${indicator} is er 1 stijging.` : `Bij ${indicator} zijn er ${n} stijgingen.`
};
