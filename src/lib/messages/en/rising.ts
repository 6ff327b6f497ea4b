import type { Texts } from '../nl.ts';
import type { rising as nl } from '../nl/rising.ts';

export const rising: Texts<typeof nl> = {
	veryLikely: 'Very likely',
	likely: 'Likely',
	unclear: 'Unclear',
	more: (size: string) => `${size} more`,
	less: (size: string) => `${size} less`,
	fromTo: (low: string, high: string) => `${low} to ${high}`,

	baseline: 'The simple test beside it',

	cardAll: 'All signals',
	cardOpen: (count: string) => (count === '1' ? '1 signal is open' : `${count} signals are open`),
	cardElsewhere: (count: string) =>
		`No signal is open for this choice. For all figures together, ${count === '1' ? '1 is' : `${count} are`} open now`,
	cardLead: 'The percentage is the rise within a year, without season.',
	cardRise: (change: string, since: string) => `${change}, signal since ${since}`,
	corrected: (period: string, earlier: string) =>
		`Warnings of ${period} were computed from an older version of ${earlier}.`,
	added: (period: string, earlier: string) =>
		`Warnings of ${period} were computed without ${earlier}. Those figures came later.`,
	staysAsSaid: 'What was said then stays as it was. The next publication uses the new figures.',
	otherRegions: (first: string, earlier: string | null) =>
		`From ${first} on, regions are divided otherwise${earlier === null ? '' : ` than by ${earlier}`}.`,
	regionsGoOn:
		'Regions that merged or changed then begin again: their figures from before are about another region. The others go on.',

	regionTitle: 'Watch',
	regionNotWatched: 'This region is too small to watch alone. So we may not see a rise here.',
	regionTooSmall: 'This region is too small or too noisy to watch alone. We only see a very large rise here.',
	regionUnknown: 'Too little is known here to see a rise.',
	regionWatcher: 'We do watch a larger region that it lies in:',
	times: (n: string) => `${n} times`
};
