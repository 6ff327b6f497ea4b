import type { Texts } from '../nl.ts';
import type { map as nl } from '../nl/map.ts';

export const map: Texts<typeof nl> = {
	title: (indicator, level, period) => `${indicator} by ${level}, ${period}`,
	tiles: 'Tiles',
	boundaries: 'Boundaries',
	tilesNote: 'Each tile is one region. All tiles have the same size, so that small regions can be seen too.',
	boundariesNote: 'Large regions stand out more on this map. That says nothing about the number of people.',
	fallbackNote: (tile, level) => `Each tile is a ${tile}. Its colour is that of the ${level} it lies in.`,
	upNote: (tile) => `This map shows the figures by ${tile}. The list shows the choice you made.`,
	none: 'We do not know the place of these regions on the map. The list is complete.',
	legend: 'What the colours mean',
	below: (to) => `less than ${to}`,
	between: (from, to) => `${from} to ${to}`,
	above: (from) => `${from} or more`,
	nationHere: 'whole country',
	unsure: 'hatched: uncertain (letter C or D)',
	missing: 'empty: too few people for a figure',
	keys: 'Use the arrow keys to move from tile to tile; Enter opens the region.',
	keysBoundaries: 'Use the arrow keys to move from region to region; Enter opens the region.',
	asList: 'All regions as a list',
	view: 'Kind of map'
};
