// The map of regions, as tiles or with boundaries.

export const map = {
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
	missing: 'leeg: te weinig mensen voor een cijfer',
	keys: 'Met de pijltjes gaat u van tegel naar tegel; met Enter opent u het gebied.',
	keysBoundaries: 'Met de pijltjes gaat u van gebied naar gebied; met Enter opent u het gebied.',
	asList: 'Alle gebieden als lijst',
	view: 'Soort kaart'
};
