import type { Texts } from '../nl.ts';
import type { downloads as nl } from '../nl/downloads.ts';

export const downloads: Texts<typeof nl> = {
	title: 'Data',
	lead: 'You can take along every figure of this site. They are the same figures as on the page, with the same margin.',
	contents: 'On this page',

	formatText: {
		csv: 'CSV: for any spreadsheet. An English address (/en) gives points in numbers, a Dutch address commas.',
		xlsx: 'Excel: a sheet of figures and a sheet of explanations.',
		json: 'JSON-stat 2.0: for programmers. A figure that is withheld is empty and has a status.'
	},

	viewsTitle: 'From one page',
	viewsText:
		'Below every page with figures you find “Take these figures along”. You get exactly your choice: figure, period and region.',
	viewsSame: 'Put /cijfers.csv, /cijfers.xlsx or /cijfers.json behind the path of a page. The rest stays the same.',
	views: 'For example',

	wholeTitle: 'A whole release',
	wholeText: 'All figures of one release: every region of a level, every figure and every group, as CSV.',
	wholeLarge: 'A file with all neighbourhoods may be tens of megabytes.',
	wholeLevel: (level) => `${level} (CSV)`,
	wholeEveryone: 'everyone together',
	wholeNone: 'This release has no figures for the website.',
	empty: 'There are no figures yet.',
	bundleTitle: 'Check the release',
	bundleText:
		'Every release is signed. With the manifest and the signature you can check that nobody changed the figures.',
	history: 'Manifest, signature and older versions',

	apiTitle: 'For programmers (API)',
	apiText: 'No key is needed. All addresses and their choices are in one description, in OpenAPI 3.1.',
	apiLink: 'The description (openapi.json)',
	limits: (perMinute, weight, brief) =>
		`You can fetch ${perMinute} files a minute. A whole release counts as ${weight} files, a council brief as ${brief}.`,
	limitsOver: 'If you ask for more, the site tells how many seconds to wait.',

	twinTitle: 'Why there are sometimes two figures',
	twinTexts: [
		'Each release has noise of its own. So where two releases tell the same, their two figures differ a little. The difference comes from the noise.',
		'The page of a region shows the figure of the release with the most periods. The other release is there for something else, such as life events. There, use the figure of that release itself.',
		'A figure by quarter is not a figure by year: those who come in within one quarter are only a part of those who come in within a year. Such a figure says “by quarter”.'
	],
	readTitle: 'How to read the files',
	intervalText:
		'The true figure lies between the lower and the upper end in 95 of 100 cases. Share and ends are rounded as on the page.',
	withheldText:
		'An empty field with letter X is a figure that we do not show: there is too little to say. An empty share with letter D is about too few people: then there are only bounds.',
	countsText:
		'Counts carry noise. They are estimates with a standard error, and can be below zero. On the page they are rounded, with “about”. Round them when you show them.',
	everyRow: 'Every row states the release, the status of the source and the version of the definition.',

	termsTitle: 'What you may do with them',
	terms: [
		'The figures are public. When you use them, name Voorzicht, the release and its version.',
		'Who publishes the figures may set terms. If so, they are stated with the release.',
		'Use the figures to offer help. Do not use them to check on anybody or to look for anybody.',
		'The software is free to use under the EUPL 1.2 licence.'
	],
	termsShort:
		'Name Voorzicht, the release and its version. Use the figures to offer help, not to check on anybody or to look for anybody.',

	sheets: { figures: 'Figures', explanation: 'Explanation' },
	sourceShort: 'Voorzicht: figures with noise, which give nobody away',
	everyone: 'everyone',
	ownDefinition: 'as described with the release',
	version: (version) => `definition: version ${version}`,
	release: (spec, period, version) => `${spec}, ${period}, version ${version}`,
	releaseSentence: (title, release) => `${title} (${release}).`,
	publishedOn: (status, date) => `Status of the source: ${status}. Published on ${date}.`,
	notes: {
		view: 'Page',
		source: 'Source',
		releases: 'Releases',
		definitions: 'What is counted',
		withheld: 'Empty fields',
		counts: 'Counts',
		probability: 'Probabilities',
		reading: 'How to read',
		terms: 'Terms'
	},
	columns: {
		code: (label) => `${label} (code)`,
		measure: 'value',
		indicator: 'figure',
		period: 'period',
		region: 'region',
		group: 'group',
		event: 'event',
		months: 'time since the event',
		level: 'kind of region',
		reliability: 'reliability',
		release: 'release',
		status: 'status of the source',
		definition: 'version of the definition',
		state: 'signal',
		against: 'compared with',
		opened: 'signal since',
		onset: 'rise began',
		explainedBy: 'mainly explained by',
		part: 'part',
		channel: 'way',
		subject: 'subject',
		quantity: 'quantity'
	},
	against: { nation: 'the whole country', itself: 'itself, a year before' },
	units: { percent: '%', points: 'percentage points' },
	measures: {
		share: 'share',
		lower: 'lower end 95%',
		upper: 'upper end 95%',
		shareSe: 'standard error of the share',
		numerator: 'count',
		numeratorSe: 'standard error of the count',
		denominator: 'total',
		denominatorSe: 'standard error of the total',
		shareLower: 'lower end 95% of the share',
		shareUpper: 'upper end 95% of the share',
		rise: 'rise in a year',
		riseLower80: 'lower end 80%',
		riseUpper80: 'upper end 80%',
		riseLower95: 'lower end 95%',
		riseUpper95: 'upper end 95%',
		pEvent: 'probability that the signal is real',
		comparison: 'share without the event',
		comparisonLower: 'lower end 95% without the event',
		comparisonUpper: 'upper end 95% without the event',
		difference: 'difference',
		differenceSe: 'standard error of the difference',
		ratio: 'ratio',
		ratioLower: 'lower end 95% of the ratio',
		ratioUpper: 'upper end 95% of the ratio',
		pHigher: 'probability that it is more common',
		standardised: 'difference at equal ages',
		standardisedSe: 'standard error at equal ages',
		contacts: 'addresses',
		hours: 'hours',
		reach: 'expected reach',
		value: 'value'
	},
	signalsText:
		'The rise is the change from a year before, without season. Some of the signals are expected to be false.',
	probabilityText: 'A probability of 90% means: of ten such signals, nine are expected to be real.',
	eventsText:
		'People with the event stand beside people without it. The two go together, but one need not cause the other.',
	planText: 'The plan is about groups in regions. It never points at a person or an address.',
	cardText: 'These values say how far the signals of this figure can be trusted. They are never about one region.',
	titles: {
		signals: 'Signals',
		events: (indicator) => `${indicator} after a life event`,
		compare: 'Regions side by side',
		plan: (region) => `Plan for ${region}`,
		card: (indicator) => `How well does ${indicator} warn?`
	},
	cardParts: {
		levels: 'levels',
		rules: 'rules',
		calibration: 'probabilities',
		scores: 'scores',
		groups: 'groups',
		sizes: 'size of regions'
	}
};
