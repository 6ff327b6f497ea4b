// The page of signals, and what is told of them elsewhere.

export const watch = {
	title: 'Signals',
	heading: 'What is rising?',
	lead: 'This is what rises more than noise and season explain. A signal is a reason to go and look. It is not proof.',
	all: 'All figures',
	allLevels: 'All kinds of regions',
	everywhere: 'Everywhere',
	within: 'Within region',
	latest: 'You see the latest period of each figure.',
	follow: 'Follow these signals as a feed (Atom)',

	open: 'Open signals',
	summary: (count: string, one: boolean, wrong: string) =>
		`${count} ${one ? 'signal is' : 'signals are'} open. Of those, ${wrong} ${/(^| )1$/.test(wrong) ? 'is' : 'are'} expected to be false.`,
	belonging: (count: string) =>
		count === '1'
			? 'One of them belongs to another signal of this list.'
			: `${count} of them belong to another signal of this list.`,
	fewWrong: 'fewer than 1',
	none: 'No signals are open.',
	noneQuiet: 'We see nothing rise by more than the noise.',
	noneSmall: 'But all regions are too small to watch alone. So we would not see a rise if there were one.',
	noneYet:
		'This figure is not watched yet. That takes enough periods: four years of months or quarters, or five yearly figures.',
	noneAny:
		'We see nothing rise by more than the noise. A figure is watched once it has enough periods: four years of months or quarters, or five yearly figures.',
	shown: (shown: string, total: string) => `You see the ${shown} most certain of ${total}.`,
	order: 'The rise that we are most certain of comes first.',
	chance: (times: string) => `of such signals, ${times} are real`,
	sizeNation: (change: string) => `${change} than a year before, on top of the change in the whole country`,
	sizeItself: (change: string) => `${change} than a year before`,
	noSize: 'The supply of data changed within the year. That is why we do not say how large the rise is.',
	sizeWithheld: 'This is about very few people. That is why we do not say how large the rise is.',
	intervals: (eighty: string, ninetyFive: string) => `80% certain: ${eighty}. 95% certain: ${ninetyFive}.`,
	figure: 'The figure itself',
	opened: (period: string) => `Signal since ${period}.`,
	onset: (period: string) => `The rise probably began in ${period}.`,
	onsetThen: 'The rise probably began then too.',
	longAgo: 'That is a year ago or longer. So the comparison with a year before does not show the whole rise.',
	courseNation: (before: string, now: string) =>
		`Just before the rise it was ${before} the figure of the whole country, now ${now}.`,
	courseItself: (before: string, now: string) => `Just before the rise it was ${before}, now ${now}.`,
	lastYear: (size: string) => `Now it is ${size}.`,
	closing: 'The probability has fallen. If it stays so, the signal closes.',
	explainedBy: (name: string) => `The rise belongs mostly to ${name}.`,
	explainedBySelf: 'The rise is in this whole region.',
	scale: (low: string, high: string) =>
		`The dot is the rise. The line runs from ${low} to ${high}; the tick is at 0%. The thick part is 80% certain, the thin part 95%.`,
	baselineText: (count: string) =>
		`The simple test compares with the same period a year before. Here it names ${count === '1' ? '1 rise' : `${count} rises`}. It looks at two periods only, and more often gives a false signal.`,
	baselineToo: 'The simple test sees this too.',
	baselineNot: 'The simple test does not see this.',

	supply: 'Probably the supply of data',
	supplyText:
		'These regions all rise at once in one figure. First look whether the supply of data has changed, and only then whether poverty rises.',
	supplyCount: (count: string, indicator: string) => `${indicator}: ${count} signals at once`,
	breaks: 'Known changes in supply',
	breaksText: 'Figures from before and after do not compare. Across such a change we name no rise.',
	breakOf: (period: string, indicators: string, reason: string) => `From ${period}: ${reason}. Figures: ${indicators}.`,
	breakIn: (regions: string) => `In ${regions === '1' ? '1 region' : `${regions} regions`}.`,

	small: 'Too small to watch alone',
	smallText:
		'In a region that is too small, we only see a rise of more than half. Where we can, we watch the larger region around it.',
	smallChoose: 'Choose one figure above. Then you see here which regions are too small.',
	smallNone: 'For this choice no region is too small.',
	smallLevel: (level: string, small: string, all: string) => `${level}: ${small} of ${all} too small`,
	smallList: (count: string) => `Show the regions (${count})`,
	smallShown: (shown: string, total: string) => `You see ${shown} of ${total}. Choose a region to see fewer.`,
	sources: 'From these releases',
	region: 'Region',
	detectable: 'Smallest rise that we would see',
	notDetectable: 'cannot be said',
	watchedBy: 'Watched by',
	watchedByNone: 'no region',
	regionLead: (region: string) => `This is how ${region} stands once season and chance are taken out.`,
	quiet: 'We see nothing rise.',
	quietSees: (size: string) => `We see nothing rise. We would mostly see a rise of ${size} within half a year.`,
	supplyState: 'This rises together with many other regions. Look at the supply of data first.',
	tooSmall: 'This region is too small to watch alone.',
	tooSmallBy: (name: string) =>
		`This region is too small to watch alone. We watch it together with the rest of ${name}.`,
	chartNation: (indicator: string, region: string) => `${indicator}: ${region} compared with the whole country`,
	chartItself: (indicator: string, region: string) => `${indicator}: ${region}, without season`,
	chartShow: 'Show the course without season and noise',
	chartNote: 'Bands: 50%, 80% and 95% certainty. Pale dots: the figures themselves, with noise.',
	chartSame: 'Grey line: as high as the whole country.',
	chartBreak: 'Dotted line: the supply of data changed.',
	level: 'Level',
	levelInterval: '95% certain',
	state: 'Signal',
	states: { quiet: 'none', signal: 'open', supply: 'supply', too_small: 'too small' }
};
