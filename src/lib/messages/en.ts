import type { Messages } from './nl.ts';

export const en: Messages = {
	site: {
		name: 'Voorzicht',
		tagline: 'See poverty and debt coming, without looking at anyone',
		skip: 'Skip to content',
		menu: 'Main menu',
		overview: 'Overview',
		method: 'Method',
		search: 'Search',
		searchLabel: 'Search for a place',
		searchAgain: 'Search again',
		otherLanguage: 'Nederlands',
		footer: 'All figures carry a little noise. It keeps everyone unrecognisable and leaves the big picture intact.',
		footerLink: 'How that works',
		notice: 'Please note',
		source: 'Sources and explanation'
	},
	choice: {
		title: 'Choose what to see',
		indicator: 'Indicator',
		period: 'Period',
		level: 'Kind of area',
		order: 'Order',
		show: 'Show',
		orderCertain: 'Highest, with certainty',
		orderShare: 'Highest share',
		orderName: 'By name',
		ignored: (names) => `We do not know this choice: ${names}. You see the standard choice instead.`
	},
	overview: {
		title: 'Where is the risk high?',
		lead: 'For each area you see how large the share of households or persons is, and how certain that figure is.',
		empty: 'No figures yet',
		emptyText: 'Nothing has been published yet. As soon as the first figures are ready and checked, they appear here.',
		nation: (region) => `All of ${region}`,
		everyone: 'Everyone together',
		ranking: (level) => `${level} in order`,
		rankingCertain:
			'The order follows the lower end of the interval: the share that is almost certainly there. That makes it harder for chance to put an area on top.',
		rankingShare: 'Small differences say little: check whether the lines overlap.',
		rankingScale: (max, whole) =>
			`The line runs from 0 to ${max}. The dotted mark is all of ${whole}. The 95% interval is given with it.`,
		showAll: (n) => `Show all ${n}`,
		showTop: (n) => `Show only the first ${n}`,
		shownOf: (shown, total) => `${shown} of ${total} areas`,
		noRegions: 'There are no figures per area for this choice.'
	},
	map: {
		title: (indicator, level, period) => `${indicator} by ${level}, ${period}`,
		tiles: 'Tiles',
		boundaries: 'Boundaries',
		tilesNote: 'Each tile is one area. All tiles have the same size, so that small areas can be seen too.',
		boundariesNote: 'Large areas stand out more on this map. That says nothing about the number of people.',
		fallbackNote: (tile, level) => `Each tile is a ${tile}. Its colour is that of the ${level} it lies in.`,
		upNote: (tile) => `This map shows the figures by ${tile}. The list shows the choice you made.`,
		none: 'We do not know the place of these areas on the map. The list is complete.',
		legend: 'What the colours mean',
		below: (to) => `less than ${to}`,
		between: (from, to) => `${from} to ${to}`,
		above: (from) => `${from} or more`,
		nationHere: 'whole country',
		unsure: 'hatched: uncertain (letter C or D)',
		missing: 'empty: too few to say anything about',
		keys: 'Use the arrow keys to move from tile to tile; Enter opens the area.',
		keysBoundaries: 'Use the arrow keys to move from area to area; Enter opens the area.',
		asList: 'All areas as a list',
		view: 'Kind of map'
	},
	figure: {
		share: 'Share',
		interval: '95% interval',
		reliability: 'Reliability',
		count: 'Number',
		between: (low, high) => `between ${low} and ${high}`,
		marginRegisters: 'The margin comes from the noise alone. The registers themselves are counted in full.',
		marginOther:
			'The margin comes from the noise alone. If the source is a sample, the figure is less certain in reality.',
		tooSmall: 'too few to say anything about',
		lessThan: (n) => `fewer than ${n}`,
		about: (n) => `about ${n}`,
		units: (n, unit) => `${n} ${unit === 'person' ? 'persons' : 'households'}`,
		of: (n, total) => `${n} of the ${total}`,
		percent: (n) => `${n}%`,
		points: (n) => `${n} percentage points`,
		betweenPoints: (low, high) => `between ${low} and ${high} percentage points`,
		letter: {
			A: 'very reliable',
			B: 'reliable',
			C: 'uncertain: use with care',
			D: 'very uncertain: direction only',
			X: 'too few to say anything about'
		},
		letterRule: {
			A: 'The noise is smaller than a tenth of the figure.',
			B: 'The noise is a tenth to a fifth of the figure.',
			C: 'The noise is a fifth to just over a third of the figure.',
			D: 'The noise is more than a third of the figure.',
			X: 'The number is too small compared with the noise. We show no share.'
		}
	},
	compare: {
		higher: (size, region) => `Very likely higher than ${region}: ${size}.`,
		lower: (size, region) => `Very likely lower than ${region}: ${size}.`,
		likelyHigher: (region) => `Likely higher than ${region}, but not certain.`,
		likelyLower: (region) => `Likely lower than ${region}, but not certain.`,
		none: (region) => `No difference from ${region} that we can see.`,
		title: (region) => `Compared with ${region}`
	},
	signals: {
		title: 'What stands out now',
		real: 'This rise is larger than noise.',
		lead: (previous) =>
			`Compared with ${previous} the share in these areas rose. The rise is larger than the noise. Of ten signals, at most one is expected to be false.`,
		none: (previous) => `Compared with ${previous} there is no rise that is larger than the noise.`,
		noPrevious: 'There is no earlier period to compare this choice with.',
		rise: (points, from) => `up ${points} since ${from}`,
		chance: (percent) => `chance of a rise: ${percent}`,
		more: (n) => (n === 1 ? 'And 1 other signal' : `And ${n} other signals`),
		moreShown: (n) => `These are the ${n} largest.`,
		elsewhere: (indicator, n) =>
			n === 1 ? `There is 1 rise for ${indicator}.` : `There are ${n} rises for ${indicator}.`
	},
	region: {
		breadcrumbs: 'Breadcrumbs',
		headline: 'The figures',
		trend: 'Trend',
		trendCaption: (indicator, region) => `${indicator} in ${region}, by period`,
		trendBands: 'Dark band: 50% certainty. Lighter bands: 80% and 95% certainty.',
		trendNarrow: 'The margin is narrower than the line here.',
		trendLine: (region) => `Thick line with dots: ${region}.`,
		trendReference: (compared) => `Thin grey line: ${compared}.`,
		groups: 'Risk groups',
		groupsCaption: (indicator, group) => `${indicator} by ${group}`,
		groupsNote: 'Dot: the share. Line: the 95% interval. Dashed line: everyone in this area.',
		group: 'Group',
		subregions: (level) => `${level} in this area`,
		allOf: (name) => `All areas in ${name}`,
		notes: 'About these figures',
		definition: 'Definition',
		vintage: (v) => `Classification of areas: ${v}. Earlier periods are converted to this classification.`,
		release: (title, period, version, date) => `${title}, ${period}, version ${version}, published on ${date}.`,
		noFigures: 'There are no figures for this area.',
		onePeriod: 'There is one period. A trend appears as soon as there are more.',
		period: 'Period',
		here: 'This area',
		print: 'You can print this page as it is.',
		unknownPart: 'Unknown',
		small: 'This area is small. Look also at the area it lies in.'
	},
	chart: { asTable: 'Show as a table', skip: 'Skip the map' },
	search: {
		title: 'Search for an area',
		results: (n, q) =>
			n === 0 ? `Nothing found for “${q}”.` : n === 1 ? `1 area found for “${q}”.` : `${n} areas found for “${q}”.`,
		many: (n) => `More than ${n} areas found. These are the first ${n}. Type more letters to narrow the search.`,
		hint: 'Type a name or a code. Accents and capitals make no difference.'
	},
	method: {
		title: 'Method and accountability',
		lead: 'How these figures are made, what they say and what they do not say.',
		noiseTitle: 'Why the figures carry noise',
		noise: [
			'Before a number leaves the closed environment, a random number is added to it. It is sometimes positive and sometimes negative, and zero on average. This is called noise.',
			'Because of the noise nobody can see whether any one household is counted. Large numbers hardly change. Small numbers become uncertain. That is why every figure has an interval.',
			'The noise is truly random. It is drawn once and never again, so looking more often does not take it away.',
			'The margin of a figure comes from the noise alone. The registers of Statistics Netherlands are counted in full. When a figure comes from a sample, it is less certain in reality than the margin shows.'
		],
		cannotTitle: 'What you cannot do with these figures',
		cannot: [
			'Say anything about one person or one household.',
			'Rank areas as if every difference were real. First check whether the intervals overlap.',
			'Point out a cause. The figures show where something happens more often, not why.',
			'Count debts that are registered nowhere, such as debts with family.'
		],
		wallTitle: 'The wall',
		wall: 'The work with data about people is done in a closed place. This website runs somewhere else. Only figures with noise pass through the door. The website has no access to data about people, not even for an intruder.',
		definitionsTitle: 'Definitions',
		version: (v) => `version ${v}`,
		sourceLabel: 'Source',
		sourceTable: 'a table supplied by the maker of the release',
		sourceCbs: 'registers of Statistics Netherlands',
		unitLabel: 'Counts',
		unitOf: { person: 'persons', household: 'households' },
		noDefinitions: 'There are no figures yet.',
		notFor: 'Not meant for',
		lettersTitle: 'Letters for reliability',
		lettersLead: 'Every figure has a letter. It says how large the noise is compared with the figure.',
		letterHead: 'Letter',
		meaning: 'Meaning',
		rule: 'Rule',
		releasesTitle: 'Releases and their privacy cost',
		releasesLead:
			'Each release gives something away about people. The most it can be is shown below. The lower rho and epsilon, the better protected.',
		together: (rho) => `Releases about the same people add up: together rho ${rho}.`,
		togetherEach: (sums) => `Releases about the same people add up: ${sums}.`,
		togetherOf: (title, rho) => `${title} together rho ${rho}`,
		epsilonWords: (epsilon, odds) =>
			`Epsilon ${epsilon} means: whoever sees the figures can change their odds about one household or person by a factor of ${odds} at most. The chance that this fails is smaller than delta.`,
		releaseName: 'Release',
		versionHead: 'Version',
		dateHead: 'Date',
		unitHead: 'Protects',
		units: { person: 'every person', household: 'every household' },
		rho: 'rho',
		epsilon: 'epsilon',
		delta: 'delta',
		current: 'current',
		superseded: 'superseded',
		noReleases: 'Nothing has been published yet.',
		integrityTitle: 'Is the noise right?',
		integrity: (title, period, p) =>
			`${title}, ${period}: the tables fit together as the noise predicts (p-value ${p}; low is bad).`,
		integrityBad: (title, period, p) =>
			`${title}, ${period}: the tables fit together less well than the noise predicts (p-value ${p}; low is bad). Be careful with these figures.`,
		vintageTitle: 'Areas and years',
		vintage:
			'Municipalities change: they merge or get new borders. All years are converted to one classification, so that you always compare the same area.',
		accessTitle: 'Without a computer',
		access:
			'Would you rather talk to someone about these figures, or about money worries? Call or visit your municipality.'
	},
	error: {
		notFound: 'This page does not exist',
		notFoundText: 'The address may be mistyped, or the page may have moved.',
		unknownRegion: 'We do not know this area',
		unknownRegionText: 'The municipality may have merged with another. Search for the area by name.',
		unavailable: 'The figures cannot be reached right now',
		unavailableText: 'The fault is ours, not yours. Please try again in a few minutes.',
		other: 'Something went wrong',
		otherText: 'The fault is ours, not yours. Please try again later.',
		home: 'To the overview',
		search: 'Search for an area'
	},
	bands: {
		between: (from, to) => `${from} to ${to}`,
		above: (from) => `${from} or more`
	},
	levels: {
		land: ['country', 'Countries'],
		provincie: ['province', 'Provinces'],
		gemeente: ['municipality', 'Municipalities'],
		wijk: ['district', 'Districts'],
		buurt: ['neighbourhood', 'Neighbourhoods'],
		bundesland: ['federal state', 'Federal states']
	},
	attributes: {
		household_type: 'type of household',
		householdType: 'type of household',
		household: 'type of household',
		type: 'type of household',
		age: 'age',
		sex: 'sex',
		size: 'number of persons in the household',
		hsize: 'number of persons in the household'
	}
};
