// The page that finds a region.

export const search = {
	title: 'Zoek een gebied',
	results: (n: number, q: string) =>
		n === 0
			? `Niets gevonden voor “${q}”.`
			: n === 1
				? `1 gebied gevonden voor “${q}”.`
				: `${n} gebieden gevonden voor “${q}”.`,
	many: (n: string) => `Meer dan ${n} gebieden gevonden. U ziet de eerste ${n}. Typ meer letters om verder te zoeken.`,
	hint: 'Typ een naam of een code. Accenten en hoofdletters maken niet uit.'
};
