// Searching while typing, and the way between regions.

export const finding = {
	title: 'Zoek een gebied',
	now: (former: string, name: string) => `${former}, nu: ${name}`,
	also: (name: string) => `ook wel: ${name}`,
	found: (n: number) => (n === 0 ? 'Niets gevonden.' : n === 1 ? '1 gebied gevonden.' : `${n} gebieden gevonden.`),
	suggestions: 'Gebieden die u kunt bedoelen',
	neighbours: 'Vorig en volgend gebied',
	previous: 'Vorige:',
	next: 'Volgende:',
	tooMany: (seconds: number) =>
		`Er komen te veel vragen tegelijk van uw netwerk. Probeer het over ${seconds === 1 ? '1 seconde' : `${seconds} seconden`} opnieuw.`
};
