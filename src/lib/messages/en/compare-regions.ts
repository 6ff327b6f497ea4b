// The page that puts regions side by side.

export const compareRegions = {
	title: 'Compare',
	lead: 'Put up to five regions or groups side by side. You see whether a difference is real, or could be noise.',
	empty: 'There are no figures about regions to compare yet.',
	choose: 'Choose figure and regions',
	add: 'Find a region to add',
	chosen: 'Chosen regions',
	chosenGroups: 'Chosen groups',
	addGroup: 'Put a group beside it',
	noGroup: 'no other group',
	oneRegion: (name: string) => `Groups are compared in one region: ${name}.`,
	none: 'You have not chosen a region yet. The whole country is below. Search for a region above, or begin with one of these:',
	compareExamples: 'Compare these regions with each other',
	remove: (name: string) => `Remove ${name}`,
	makeFirst: (name: string) => `Compare all with ${name}`,
	first: 'the others are compared with this one',
	full: 'There are five regions. Remove one before you add another.',
	tooMany: 'You chose more than five. You see the first five.',
	found: (n: number, q: string) =>
		n === 0 ? `Nothing found for “${q}”.` : `Found for “${q}”. Choose what you want to add:`,
	moreFound: 'There are more. Type more letters to narrow the search.',
	shares: (indicator: string, period: string) => `${indicator}, ${period}`,
	scale: (max: string, root: string) => `The bar runs to ${max}. The dashed line is ${root}.`,
	onlyGroup: (group: string) => `This group only: ${group}.`,
	amongGroups: (region: string) => `Groups in ${region}.`,
	differences: (name: string) => `Difference from ${name}`,
	region: 'Region',
	group: 'Group',
	difference: 'Difference',
	interval: '95% interval',
	inWords: 'In words',
	noDifference: 'too little to tell a difference',
	several: 'You look at several differences at once. Then a difference may seem to be there that is not.',
	fromTo: (low: string, high: string) => `from ${low} to ${high}`,
	places: 'The place on the list',
	placesLead:
		'Place 1 has the highest share. Because of the noise a place is never quite certain. We name every place that is possible, which are often many. The chance of the top says what is likely.',
	placesHow:
		'We estimate the share with the help of the surroundings and of other regions. The smaller the region, the more these count. Chance counts as noise too.',
	placesWhere:
		'A wijk or buurt is compared within its own municipality. Larger regions are compared within the country.',
	estimate: 'Estimated share',
	own: 'Counts itself for',
	place: 'Place',
	top: 'Chance of the top',
	placeExact: (place: string, of: string, within: string) => `place ${place} of ${of} in ${within}`,
	placeBetween: (best: string, worst: string, of: string, within: string) =>
		`could be place ${best} to ${worst}, of ${of} in ${within}`,
	noPlace: 'no place',
	noPlaces: 'There are no estimates for these regions.',
	inTop: (chance: string, top: string) => `${chance} among the highest ${top}`,
	inFirst: (chance: string) => `${chance} the highest`,
	sideBySide: (period: string) => `All figures side by side, ${period}`,
	indicator: 'Figure',
	similar: (name: string) => `Municipalities like ${name}`,
	similarLead:
		'They are alike in inhabitants, density and size of households. Poverty and debts do not count. The most alike comes first.',
	similarSource: 'Inhabitants: 1 January 2024. Households: 1 January 2020. Source: Statistics Netherlands.',
	similarFacts: (inhabitants: string, density: string, size: string) =>
		`${inhabitants} inhabitants, ${density} per km², ${size} per household`,
	addRegion: (name: string) => `Add ${name}`
};
