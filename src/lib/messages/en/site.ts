import type { Messages } from '../nl.ts';

export const site: Messages['site'] = {
	name: 'Voorzicht',
	tagline: 'See poverty and debt coming, without looking at anyone',
	skip: 'Skip to content',
	stale: 'Our database cannot be reached for the moment. You see this page as it was on:',
	menu: 'Main menu',
	overview: 'Overview',
	signals: 'Signals',
	lifeEvents: 'Life events',
	outreach: 'Prioritise',
	comparison: 'Compare',
	validation: 'Validate',
	privacy: 'Privacy',
	data: 'Data',
	method: 'Method',
	audit: 'Audit',
	search: 'Search',
	searchLabel: 'Search for a region',
	searchAgain: 'Search again',
	otherLanguage: 'Nederlands',
	footer: 'All figures carry a little noise. It keeps everyone unrecognisable and leaves the big picture intact.',
	accessibility: 'Accessibility',
	footerLink: 'How that works',
	notice: 'Please note',
	source: 'Sources and explanation'
};

export const take: Messages['take'] = {
	figures: 'Take these figures along',
	formats: { csv: 'CSV', xlsx: 'Excel', json: 'JSON-stat' },
	brief: 'Council brief: two pages for the municipal council',
	briefAsPdf: 'Council brief as PDF'
};

export const error: Messages['error'] = {
	notFound: 'This page does not exist',
	notFoundText: 'The address may be mistyped, or the page may have moved.',
	unknownRegion: 'We do not know this region',
	unknownRegionText: 'The municipality may have merged with another. Search for the region by name.',
	unavailable: 'The figures cannot be reached right now',
	unavailableText: 'The fault is ours, not yours. Please try again in a few minutes.',
	tooMany: 'Too many requests at once',
	tooManyText: 'Too many requests at once come from your network. Wait a minute and try again.',
	other: 'Something went wrong',
	otherText: 'The fault is ours, not yours. Please try again later.',
	home: 'To the overview',
	search: 'Search for a region'
};
