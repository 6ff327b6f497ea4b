// What rises, in a few words, on pages other than that of signals.

export const rising = {
	veryLikely: 'Zeer waarschijnlijk',
	likely: 'Waarschijnlijk',
	unclear: 'Niet duidelijk',
	more: (size: string) => `${size} meer`,
	less: (size: string) => `${size} minder`,
	fromTo: (low: string, high: string) => `${low} tot ${high}`,

	baseline: 'De simpele toets ernaast',

	cardAll: 'Alle signalen',
	cardOpen: (count: string) => (count === '1' ? 'Er staat 1 signaal open' : `Er staan ${count} signalen open`),
	cardElsewhere: (count: string) =>
		`Voor deze keuze staat geen signaal open. Bij alle cijfers samen ${count === '1' ? 'staat er nu 1' : `staan er nu ${count}`} open`,
	cardLead: 'Het percentage is de stijging in een jaar, zonder seizoen.',
	cardRise: (change: string, since: string) => `${change}, signaal sinds ${since}`,
	corrected: (period: string, earlier: string) =>
		`De bewaking van ${period} is berekend met een oudere versie van ${earlier}.`,
	added: (period: string, earlier: string) =>
		`De bewaking van ${period} is berekend zonder ${earlier}. Die cijfers kwamen later.`,
	staysAsSaid: 'Wat toen is gezegd, blijft staan. De volgende publicatie rekent met de nieuwe cijfers.',
	otherRegions: (first: string, earlier: string | null) =>
		`Vanaf ${first} geldt een andere indeling van gebieden${earlier === null ? '' : ` dan die van ${earlier}`}.`,
	regionsGoOn:
		'Gebieden die toen samengingen of veranderden, beginnen opnieuw: hun cijfers van ervoor gaan over een ander gebied. De andere lopen door.',

	regionTitle: 'Bewaking',
	regionNotWatched: 'Dit gebied is te klein om alleen te bewaken. Een stijging zien we hier dus niet altijd.',
	regionTooSmall:
		'Dit gebied is te klein of te onrustig om alleen te bewaken. We zien hier alleen een zeer grote stijging.',
	regionUnknown: 'Er is hier te weinig bekend om een stijging te zien.',
	regionWatcher: 'We bewaken wel een groter gebied waar het in ligt:',
	times: (n: string) => `${n} keer`
};
