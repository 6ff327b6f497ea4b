import type { Texts } from '../nl.ts';
import type { exploring as nl } from '../nl/exploring.ts';

export const exploring: Texts<typeof nl> = {
	source: (name, status, date) => `Source: Voorzicht. ${name}, ${status}, published on ${date}.`,
	besideText: 'The line of that region is drawn in every chart over time. Three regions fit beside each other.',
	besideFull: 'You have chosen three regions. Take one away first.',
	besideField: 'Name or code of a region',
	besideAdd: 'Add',
	besideRemove: (name) => `Take ${name} away`,
	besideSimilar: 'Municipalities of the same size and density:',
	besideUnknown: (names) => `We know no region by this name or code: ${names}.`,
	dotsAbove: (n, whole) => `${n} of the 20 dots lie above ${whole}.`,
	dotsAboveOne: (whole) => `1 of the 20 dots lies above ${whole}.`,
	dotsAboveNone: (whole) => `None of the 20 dots lies above ${whole}.`,
	dotsBetween: (range) => `18 of the 20 dots lie ${range}.`,
	flowsLead: 'A share can be high because many come in. It can also be because few get out again.',
	inflow: 'Comes in',
	inflowText: {
		year: 'Part of those who were not in, that came in during one year.',
		quarter: 'Part of those who were not in, that came in during one quarter.'
	},
	stock: 'Is in',
	stockText: { household: 'Part of all households.', person: 'Part of all persons.' },
	outflow: 'Gets out',
	outflowText: {
		year: 'Part of those who were in, that got out during one year.',
		quarter: 'Part of those who were in, that got out during one quarter.'
	},
	duration: 'Is in for long',
	pace: (low, high) => `If this pace goes on, it takes ${low} to ${high} years on average.`,
	paceOne: (years) => `If this pace goes on, it takes about ${years} years on average.`,
	notPublished: 'There is no such figure for this region.',
	heatLead: (region) =>
		`The colour says whether a group is higher or lower than everyone in ${region}. Bold: that difference is very likely real.`,
	heatCaption: (region) => `Share by group and figure in ${region}`,
	heatEveryone: 'Everyone',
	heatKey: 'Meaning of the colours',
	heatClasses: {
		lowest: 'less than half of everyone',
		lower: 'lower than everyone',
		same: 'little different from everyone',
		higher: 'higher than everyone',
		highest: 'more than twice everyone'
	},
	heatUnsure: 'striped: uncertain (letter C or D)',
	exploreLead: 'Choose a figure, and what you want to see side by side.',
	indicator: 'Figure',
	what: 'Side by side',
	parts: 'Parts of this region',
	similar: 'Similar municipalities',
	groups: (group) => `Groups: ${group}`,
	since: 'Compare with',
	show: 'Show',
	multiplesCaption: (indicator, region) => `${indicator} by period, for ${region}`,
	multiplesNote: 'All panels have the same scale. The band is 95% certainty.',
	multiplesReference: (whole) => `Thin grey line: ${whole}.`,
	multiplesShown: (shown, total) => `We take the ${shown} largest of ${total}.`,
	multiplesTooLittle: (n) => `For ${n} of them there is too little to show anything.`,
	slopeCaption: (indicator, from, to) => `${indicator}: from ${from} to ${to}`,
	slopeNote:
		'Only a change that is very likely more than noise and chance has a colour. The upright bars are the 95% interval of each figure.',
	slopeKeys: { rise: 'very likely risen', fall: 'very likely fallen', unclear: 'not certain' },
	slopeWords: (name, from, to, words) => `${name}: from ${from} to ${to}, ${words}`,
	change: 'Change in percentage points',
	howSure: 'Certainty',
	exploreNothing: 'For this choice there are too few figures to put side by side.',
	exploreUnknown: (names) => `We do not know this choice: ${names}. So you see the standard choice.`
};
