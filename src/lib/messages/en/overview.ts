import type { Messages } from '../nl.ts';

export const choice: Messages['choice'] = {
	title: 'Choose what to see',
	indicator: 'Figure',
	period: 'Period',
	level: 'Kind of region',
	order: 'Order',
	show: 'Show',
	orderCertain: 'Highest, with certainty',
	orderShare: 'Highest share',
	orderName: 'By name',
	ignored: (names) => `We do not know this choice: ${names}. You see the standard choice instead.`
};

export const overview: Messages['overview'] = {
	title: 'Where is the risk high?',
	lead: 'For each region you see how large the share of households or persons is, and how certain that figure is.',
	empty: 'No figures yet',
	emptyText: 'Nothing has been published yet. As soon as the first figures are ready and checked, they appear here.',
	nation: (region) => `All of ${region}`,
	everyone: 'Everyone together',
	ranking: (level) => `${level} in order`,
	rankingCertain:
		'The order follows the lower end of the interval: the share that is almost certainly there. That makes it harder for chance to put a region on top.',
	rankingShare: 'Small differences say little: check whether the lines overlap.',
	rankingScale: (max, whole) =>
		`The line runs from 0 to ${max}. The dotted mark is all of ${whole}. The 95% interval is given with it.`,
	showAll: (n) => `Show all ${n}`,
	showTop: (n) => `Show only the first ${n}`,
	shownOf: (shown, total) => `${shown} of ${total} regions`,
	noRegions: 'There are no figures per region for this choice.'
};

export const signals: Messages['signals'] = {
	title: 'What stands out now',
	real: 'This rise is larger than noise and chance:',
	lead: (previous) =>
		`Compared with ${previous} the share in these regions rose. The rise is larger than noise and chance. Of ten signals, at most one is expected to be false.`,
	none: (previous) => `Compared with ${previous} there is no rise that is larger than noise and chance.`,
	noPrevious: 'There is no earlier period to compare this choice with.',
	rise: (points, from) => `up ${points} since ${from}`,
	chance: (percent) => `chance of a rise: ${percent}`,
	more: (n) => (n === 1 ? 'And 1 other signal' : `And ${n} other signals`),
	moreShown: (n) => `These are the ${n} largest.`,
	elsewhere: (indicator, n) =>
		n === 1 ? `There is 1 rise for ${indicator}.` : `There are ${n} rises for ${indicator}.`
};
