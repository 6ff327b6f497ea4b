type Channel = 'visit' | 'call' | 'letter';
type Unit = 'person' | 'household';

const units = (unit: Unit) => (unit === 'person' ? 'persons' : 'households');

export const outreach = {
	title: 'Prioritise',
	lead: 'Fill in what your team can do. You get a plan: which groups first, in what way, and how many people you reach.',
	noPerson: 'The plan is about groups in regions. It never points at a person or an address.',
	everyone: 'everyone',
	allEvents: 'all life events, less than 1 year ago',
	crossed: (attribute: string) => `${attribute} and life event together, less than 1 year ago`,
	both: (attribute: string, code: string, event: string) =>
		`${attribute.charAt(0).toUpperCase()}${attribute.slice(1)}: ${code}, ${event.charAt(0).toLowerCase()}${event.slice(1)}`,
	form: {
		title: 'Make a plan',
		what: 'For whom',
		indicator: 'Figure',
		region: 'Within which region',
		level: 'Choose between',
		whole: (region: string) => `groups only, in all of ${region}`,
		groups: 'Division into groups',
		team: 'What your team can do',
		hours: 'Hours that you have',
		channel: 'Way',
		each: 'Hours each',
		response: 'Answers (%)',
		most: 'At most',
		choices: 'Choices',
		fair: 'Share fairly between groups',
		yes: 'Yes: each group gets its part',
		no: 'No: only reach as many as possible',
		learn: 'Part to learn from: 0 to 10%',
		submit: 'Make the plan',
		between: (least: string, most: string) => `Fill in a number from ${least} to ${most}.`,
		hint: 'Set the answer to 0 for what you do not do.'
	},
	channels: { visit: 'home visit', call: 'telephone', letter: 'letter' } as Record<Channel, string>,
	assumed: 'These are assumptions. Do you know better for your municipality? Then change them.',
	sources: (channels: string, source: string) => `Answers to ${channels}: ${source}.`,
	noSource: (channels: string) => `Answers to ${channels}: our estimate, between the other two.`,
	hoursSource: 'Hours and numbers are round numbers for a small team in a month.',
	result: 'What you reach',
	reached: (n: string, unit: Unit, isOne: boolean) => `${n} ${isOne ? unit : units(unit)}`,
	what: (indicator: string, region: string, period: string) => `${indicator}, ${region}, figures of ${period}`,
	range: (low: string, high: string) => `between ${low} and ${high}`,
	lessThanOne: 'fewer than 1',
	meaning: (unit: Unit) => `These are ${units(unit)} that it is about and that answer.`,
	random: (n: string) => `With the same effort, but without choosing: ${n}.`,
	proof: (gap: string) =>
		`Another plan with this effort is expected to reach at most ${gap} more. The draw is not counted.`,
	best: 'No other plan with this effort is expected to reach more. The draw is not counted.',
	plan: 'The plan',
	planLead: (targets: string, lines: string) =>
		`Out of ${targets} possible groups the plan chooses ${lines === '1' ? '1 line' : `${lines} lines`}, the largest yield first.`,
	region: 'Region',
	group: 'Group',
	contacts: 'Addresses',
	hoursUsed: 'Hours',
	expected: 'Expected reach',
	total: 'Together',
	learn: 'Learn from a draw',
	learnLead: (ties: string, n: string) =>
		`Of ${ties} groups the figures cannot tell whether they are among the highest. Drawn by lot: ${n}.`,
	learnOne: 'Of 1 group the figures cannot tell whether it is among the highest. That group was drawn.',
	learnWhy: 'The draw decides the way too. Keep a record of who answers: so you learn fairly what works.',
	learnSame: 'The same figures always give the same draw.',
	noTies:
		'There is nothing to draw: of each group it is clear whether it is among the highest. All hours go to the plan.',
	noRoom: 'There is too little time or room to draw anything. All hours go to the plan.',
	fairness: 'Does each group get its part?',
	fairnessLead: 'Shared fairly, each group gets at least 80% of its share of the need. The draw is not counted.',
	price: (cost: string, from: string) =>
		`The price: about ${cost} fewer reached. Without sharing fairly it would be about ${from}.`,
	priceIf: (cost: string) => `You do not share fairly now. Doing so costs about ${cost} fewer reached.`,
	noPrice: 'Sharing fairly costs almost nothing here.',
	noFair: 'With this effort not every group can get something. Choose more hours, or do not share between groups.',
	needShare: 'Part of the need',
	reachShare: 'Part of the reach',
	ratio: 'Reach divided by need',
	sizes: 'Do small groups get their part?',
	sizesLead: 'Noise makes small groups harder to see. So mind the first line.',
	sizeNames: ['smallest groups', 'middle groups', 'largest groups'],
	caveats: 'Mind this about the plan',
	caveat: {
		shrunken: 'Each share is estimated with what other regions tell. So we do not promise too much.',
		interval:
			'The interval and the letter count noise and chance. They do not count that your answer rates may differ.',
		old: (period: string) => `The figures are of ${period}. The plan takes the risk to be the same now.`,
		same: 'We assume that everyone answers equally often, also who needs help.',
		overlap: 'Who lived through two things is in two groups. Approach them once.',
		crossed:
			'These are only groups that were really measured, with enough households on both sides. Small groups lean on the national figure.',
		use: 'Use the plan to offer help. Do not use it to check on people.'
	},
	empty: 'No plan possible yet',
	emptyText: 'For this choice there are no estimates by region. Choose another figure, region or division.',
	large: 'This plan is too large to work out exactly',
	largeText: 'Choose a smaller region, fewer hours or a lower number of letters.',
	nobody: 'The plan reaches nobody. Fill in more hours, or a way that gets answers.',
	/** Parts of the file with the plan. */
	csv: {
		plan: 'plan',
		drawn: 'draw'
	}
};
