import type { Messages } from '../nl.ts';

export const search: Messages['search'] = {
	title: 'Search for an area',
	results: (n, q) =>
		n === 0 ? `Nothing found for “${q}”.` : n === 1 ? `1 area found for “${q}”.` : `${n} areas found for “${q}”.`,
	many: (n) => `More than ${n} areas found. These are the first ${n}. Type more letters to narrow the search.`,
	hint: 'Type a name or a code. Accents and capitals make no difference.'
};
