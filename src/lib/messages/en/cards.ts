// The page with a card for each indicator: how far its warnings can be trusted.

export const cards = {
	title: 'Validate',
	heading: 'How good are the warnings?',
	lead: 'For each figure: what we can see and what we cannot, and whether our probabilities hold, also beside rules of thumb.',
	none: 'There are no cards here yet. They come with the first release that warnings are made from.',
	unknown: 'not known',
	moreThan: (size: string) => `more than ${size}`,
	rests: (from: string, to: string) =>
		from === to ? `This card rests on ${from}.` : `This card rests on ${from} to ${to}.`,
	told: (period: string) => `Signals are told from ${period}. From the periods before, the model learns what is usual.`,
	noModel: 'There are too few periods for a model: it takes four years of months or quarters, or five yearly figures.',
	definition: 'What exactly this figure counts',
	use: 'What for, and what not for',
	allowed: 'Yes',
	forbidden: 'No',
	allowedFor: [
		'To see where a rise is likely, and to go and talk to people there.',
		'To divide help between regions and groups.',
		'To check a rule of thumb or an impression.'
	],
	forbiddenFor: [
		'To decide about one person or one household.',
		'To reward or punish regions.',
		'To say what the cause is.'
	],

	seen: 'What can we see?',
	seenText:
		'The fewer people live in a region, the larger a rise has to be before we see it. So we say for each kind of region what the smallest is.',
	seenCaption: 'What we see, by kind of region',
	seenNote:
		'Count, noise and smallest rise are those of the middle region. The smallest rise is found within half a year in 4 of 5 cases.',
	tooSmallNote:
		'Too small or too noisy: in this part of the regions we only see a rise of more than a half. A whole country is not small, but its figures can vary a lot.',
	openedNote:
		'New signals: how many open in a period, on average. A signal from before does not count, even if it is still open.',
	falseNote: (times: string) =>
		`False signals: so many would come in a period if nothing rose anywhere. Simulated ${times} times with the real noise.`,
	regions: 'Regions',
	number: 'How many',
	known: 'Known',
	count: 'Count',
	noise: 'Noise',
	detectable: 'Smallest rise',
	tooSmall: 'Too small or too noisy',
	opened: 'New signals a period',
	expectedFalse: 'False a period',
	breaks: (n: string) => `Known changes in delivery, summed over the regions: ${n}.`,
	atCount: 'Which rise do we see at which count?',
	within: (months: string) => `Within ${months} months`,
	atCountText: (level: string, noise: string) =>
		`For a ${level} with the usual noise of this figure (${noise}). Look up the count of your region.`,

	rules: 'Better than a rule of thumb?',
	rulesText: [
		'We act as if each period had just been published. The model knows only what was there then. After that we look at what came.',
		'A warning comes true when the next half year is more than 10% above that of a year before. Of yearly figures we look one year on.',
		'Those later figures have noise as well, so no rule reaches 100%.'
	],
	rulesCaption: (level: string, from: string, to: string) => `${level}, from ${from} to ${to}`,
	rule: 'Rule',
	warnings: 'Warnings',
	confirmed: 'Came true',
	atSame: 'Came true at equal number of warnings',
	found: 'Part of all rises seen',
	ruleNames: {
		model: 'Our model',
		tested: 'Simple test: change from a year before, with the noise known',
		year_ago_20: '20% above a year before',
		previous_20: '20% above the period before'
	},
	base: (part: string) => `Pointing at regions at random is right in ${part} of cases.`,
	better: 'At an equal number of warnings the model comes true more often than each rule of thumb.',
	notBetter: 'At an equal number of warnings a rule of thumb does at least as well here as the model.',
	fewWarnings: 'The model gave too few warnings here to say which rule is better.',
	tooFew: 'too few',
	notScored: 'There are too few later periods yet to check this.',

	calibration: 'Do the probabilities hold?',
	calibrationText:
		'At each period the model states a probability: will the next half year be more than 10% higher? If it says 70%, that should be so 7 times out of 10.',
	calibrationCaption: 'What we said and what came',
	calibrationNote:
		'On the line a probability is exactly right. The bar shows how far chance may move one that is right.',
	stated: 'probability we gave',
	realised: 'came true',
	cases: 'Cases',
	bin: (stated: string, realised: string, count: string) => `${stated} stated, ${realised} came true (${count} cases)`,
	skill: (better: string) =>
		`The probabilities are ${better} better than always saying the average. Who knows all beforehand reaches 100%.`,
	noSkill: 'The probabilities are no better here than always saying the average.',
	scoreParts: 'For experts: the parts of the score',
	brier: (brier: string, miscalibration: string, discrimination: string, uncertainty: string) =>
		`Brier score ${brier} = ${miscalibration} (miscalibration) − ${discrimination} (discrimination) + ${uncertainty} (uncertainty).`,
	auc: (auc: string, lower: string, upper: string) =>
		`Take a region that rose and one that did not. In ${auc} of cases the first had the higher probability (95% interval: ${lower} to ${upper}).`,

	cbs: 'Do the figures agree with those of CBS?',
	cbsText:
		'We put our figures beside figures that CBS, Statistics Netherlands, publishes itself. A difference comes from the noise, from rounding or from another way of counting.',
	cbsNone: 'CBS publishes no figure that is counted in the same way, so nothing is compared here.',
	cbsCaption: 'The whole country, by year',
	cbsRegion: 'Municipality',
	cbsYear: 'Year',
	cbsOurs: 'We',
	cbsTheirs: 'CBS',
	cbsDifference: 'Difference, percentage points',
	cbsSame: 'no difference to be seen',
	cbsRegions: (regions: string, period: string, of: string) =>
		period === of
			? `By municipality, over ${period} (${regions} municipalities)`
			: `By municipality (${regions} municipalities): ours over ${period}, those of CBS over ${of}`,
	cbsLikeness: (correlation: string, apart: string) =>
		`The correlation is ${correlation}; 1 would be wholly alike. On average both figures are ${apart} apart. Noise in small municipalities lowers the correlation.`,
	cbsWithin: (within: string, regions: string) =>
		`In ${within} of the ${regions} municipalities, noise and rounding may be all the difference.`,
	cbsLargest: 'Where the difference is largest',
	cbsSource: (source: string) => `Source: ${source}.`,

	audit: 'Whom does it serve less well?',
	auditText:
		'We see small regions and small groups less well. There, no signal does not mean that nothing is wrong. That is called a blind spot.',
	bySize: (levels: string) => `${levels}, from small to large`,
	byGroup: (levels: string) => `By group (${levels.toLowerCase()})`,
	partOf: 'Part',
	series: 'Series',
	signalled: 'Time with a signal',
	bias: 'Probabilities',
	fair: 'right on average',
	tooHigh: (points: string) => `${points} too high`,
	tooLow: (points: string) => `${points} too low`,
	blind: 'blind spot',
	blindNote: 'Blind spot: of more than half of them we only see a rise of more than a half.',
	fifths: ['smallest fifth', 'second fifth', 'middle fifth', 'fourth fifth', 'largest fifth'],
	allGroups: (n: string) => `Show all ${n} groups`
};
