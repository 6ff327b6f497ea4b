import type { Texts } from '../nl.ts';
import type { finding as nl } from '../nl/finding.ts';

export const finding: Texts<typeof nl> = {
	title: 'Find a region',
	now: (former, name) => `${former}, now: ${name}`,
	also: (name) => `also: ${name}`,
	found: (n) => (n === 0 ? 'Nothing found.' : n === 1 ? '1 region found.' : `${n} regions found.`),
	suggestions: 'Regions you may mean',
	neighbours: 'Previous and next region',
	previous: 'Previous:',
	next: 'Next:',
	tooMany: (seconds) =>
		`Too many requests at once come from your network. Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`
};
