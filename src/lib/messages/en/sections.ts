import type { Texts } from '../nl.ts';
import type { sections as nl } from '../nl/sections.ts';

export const sections: Texts<typeof nl> = {
	region: 'Region',

	beside: 'Put another region beside it',
	besideLine: (names) => `Dashed lines: ${names}.`,

	certainty: 'How certain is this figure?',
	certaintyCaption: (indicator, region) => `${indicator} in ${region}: twenty possible values`,
	certaintyNote: 'Each dot is equally likely. Together they say where the true figure may lie.',
	dot: 'Dot',
	value: 'Value',

	flows: 'Coming in, being in, going out',

	heat: 'Risk groups at a glance',

	explore: 'Side by side over time'
};
