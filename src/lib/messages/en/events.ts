import type { Texts } from '../nl.ts';
import type { events as nl } from '../nl/events.ts';

export const events: Texts<typeof nl> = {
	title: 'Life events',
	lead: 'How often poverty and debts go with an event, compared with people to whom it did not happen.',
	caution:
		'This shows an association, not a cause. Those who go through the event may have money worries more often for other reasons.',
	empty: 'There are no figures about life events yet.',
	choose: 'Choose what to see',
	event: 'Event',
	indicator: 'Figure',
	region: 'Region',
	period: 'Period',
	show: 'Show',
	subject: (indicator, event) => `${indicator} after: ${event}`,
	none: 'There is too little to tell about this region after this event. Choose a larger region.',
	since: 'Time since the event',
	years: { '0-11': '0–1 year', '12-23': '1–2 years', '24-35': '2–3 years' },
	yearsLong: {
		'0-11': 'less than a year after the event',
		'12-23': 'one to two years after the event',
		'24-35': 'two to three years after the event'
	},
	curve: (subject, region) => `${subject}, ${region}, by time since the event`,
	curveLine: 'Thick line with dots: after the event.',
	curveReference: 'Thin grey line: without this event.',
	without: 'without',
	after: 'After the event',
	withoutEvent: 'Without the event',
	difference: 'Difference',
	ratio: 'Ratio',
	standardised: 'Difference at equal ages',
	sure: 'Probability of more often',
	verdict: {
		higher: 'Very likely more often than without the event.',
		'likely-higher': 'Likely more often than without the event, but not certain.',
		none: 'No difference that we can see.',
		'likely-lower': 'Likely less often than without the event, but not certain.',
		lower: 'Very likely less often than without the event.'
	},
	explainedByAge: 'Between people of the same age we see no difference.',
	when: (window) => `This is about ${window}.`,
	times: (ratio, low, high) => `${ratio} times as often (95% interval: ${low} to ${high} times)`,
	maybeLess: 'It may also be less often.',
	maybeMore: 'It may also be more often.',
	noTimes: 'cannot be estimated',
	noTimesWhy: 'Without the event it is so rare that the ratio cannot be estimated.',
	more: (size, range) => `${size} higher (${range})`,
	less: (size, range) => `${size} lower (${range})`,
	same: (range) => `no difference that we can see (${range})`,
	apart: (low, high) => `${low} to ${high} percentage points`,
	notKnown: 'not measured',
	comparedWith: 'Compared with:',
	chance: (of20) => `${of20} in 20`,
	threeYears: 'After three years',
	inflow: (after, without) =>
		`Of those who did not have this at first, an estimated ${after} have it within three years after the event. Without the event that is ${without}.`,
	inflowNote: 'This holds if each year after the event goes as it does now.',
	inflowOpposite:
		'This points another way than the difference with others on this page. There, people who had it before the event count too. Here, only people who did not have it yet count.',
	study: 'The years around the event',
	studyCaption: (subject, region) =>
		`${subject}, ${region}: difference with people without the event, in percentage points`,
	studyNote:
		'Dot: the difference, compared with the year before the event (open dot). Line: the 95% interval. Year 0 ends after the event. In the years before, those who live in the household now count.',
	studyEvent: 'event',
	studyYear: 'Year from the event',
	studyBase: 'year compared with',
	studyBefore: (years) => `${years} before`,
	studySame: 'the year itself',
	studyAfter: (years) => `${years} after`,
	studyMean: (text) => `On average from the year itself on: ${text}, compared with the year before.`,
	studyOpposite:
		'This says something else than the difference with others on this page. There we compare with other people. Here we look whether things went differently after the event than before. So the event need not be the cause.',
	parallel: 'Before the event both groups ran parallel, as far as we can see.',
	notParallel:
		'The groups were moving apart before the event already. So part of the difference began earlier than the event.',
	untested: 'Too few years are known to see whether the groups ran parallel before.',
	pretrend: (p) => `Test of running parallel: p = ${p}.`,
	pretrendSmall: 'Test of running parallel: p is below 0.01.',
	noStudy:
		'For this figure and this event the years before were not measured, or there are too few units to say anything.',
	studyElsewhere: (region) => `The years around the event are known for ${region} only.`,
	all: 'All events',
	allNote: 'Share less than a year after the event. The line is the 95% interval.',
	regions: (level) => `${level} where the numbers allow it`,
	regionsNote: (share) => `Highest certain share first. The dashed line is ${share}.`,
	unsure: (n) => `Regions that are too uncertain for this list: ${n}.`,
	level: 'Kind of region',
	help: 'What can help',
	helpNote: 'General information. This page says nothing about any one person or household.',
	helpFor: {
		'turned-18':
			'At 18 many duties begin, such as a health insurance of one’s own. Healthcare allowance comes from Dienst Toeslagen. The municipality can help with questions about money.',
		child:
			'With a child, allowances and costs change. The SVB pays child benefit. Dienst Toeslagen handles the child budget and childcare allowance.',
		'job-loss':
			'Those who lose a job can ask UWV for unemployment benefit. UWV and the municipality help to find work. Allowances may go up.',
		study:
			'DUO handles student grants and loans. A supplementary grant depends on the parents’ income. The school or the municipality helps with money worries.',
		'business-start':
			'KVK informs those who start a business. The municipality can help starters on social assistance through the Bbz.',
		'business-trouble':
			'Entrepreneurs with money problems can turn to the debt help of the municipality. The Bbz can help for a time. KVK has a team that advises entrepreneurs.',
		'entrepreneur-died':
			'The family has to deal with the business and with debts. KVK and the tax office help with the steps. The SVB may pay a survivor benefit.',
		separation:
			'After a separation there are often two rents instead of one. Allowances must be changed at Dienst Toeslagen. Juridisch Loket gives free legal advice.',
		'partner-died':
			'The SVB handles the survivor benefit. Allowances and pension change. The municipality can help with money worries.',
		disability:
			'UWV handles the benefits WIA and Wajong. The municipality can help with extra costs of illness, for instance by special assistance.',
		retirement:
			'The SVB pays the state pension. Those who built up too little of it can ask the SVB for a supplement, the AIO.',
		'moved-out':
			'Those who go to live on their own can ask Dienst Toeslagen for rent and healthcare allowance. The municipality helps with questions about money and housing.',
		newcomer:
			'The municipality guides newcomers and helps with the first steps. Dienst Toeslagen and the SVB handle allowances and child benefit.',
		'single-parent':
			'Single parents get more child budget, from Dienst Toeslagen. The municipality can help with costs of the children.',
		'social-assistance-start':
			'With social assistance comes help of the municipality with work and money. Special assistance and remission of taxes are possible as well.',
		'income-drop':
			'With a lower income, allowances may go up. Report the change to Dienst Toeslagen. The municipality helps early, without debts as well.'
	},
	helpGeneral: 'Anyone with money worries can turn to the municipality. The earlier, the better.',
	missing: 'Events that are not told here',
	missingText:
		'We can measure these events, but this publication does not count them. Each event more costs privacy, or makes the other figures less precise.',
	missingElsewhere: 'Told in another publication',
	notMeasurable: 'What we cannot measure',
	definition: 'How we find this event'
};
