import type { Messages } from '../nl.ts';

export const search: Messages['search'] = {
	title: 'Search for a region',
	results: (n, q) =>
		n === 0 ? `Nothing found for “${q}”.` : n === 1 ? `1 region found for “${q}”.` : `${n} regions found for “${q}”.`,
	many: (n) => `More than ${n} regions found. These are the first ${n}. Type more letters to narrow the search.`,
	hint: 'Type a name or a code. Accents and capitals make no difference.'
};
