import type { Texts } from '../nl.ts';
import type { accessibility as nl } from '../nl/accessibility.ts';

export const accessibility: Texts<typeof nl> = {
	title: 'Accessibility',
	lead: 'Everybody must be able to use this website: with a screen reader, with a keyboard alone or with large letters.',
	statusTitle: 'How far we are',
	status: [
		'The standard for websites of Dutch government is EN 301 549. It holds the rules of WCAG 2.2, levels A and AA.',
		'This website complies as far as we could test it ourselves. No independent office has examined it yet. Until then its status is: partially compliant.'
	],
	testedTitle: 'What we test',
	tested: [
		'At every change of the software a program checks all pages: in Dutch and English, light and dark.',
		'Every task can be done by keyboard alone. It is always visible where you are.',
		'Reading needs no JavaScript.',
		'Pages fit the narrowest screen, and can be enlarged to 400%.',
		'Beside every chart is a table of the same figures.',
		'Colour is never the only difference. Who wants less motion gets none.'
	],
	gapsTitle: 'What is not right yet',
	gaps: [
		'We have not tested with people who use a screen reader or other aids.',
		'The council brief is made as an accessible PDF. A separate checker has not confirmed that yet. The same text is on the site as an ordinary page.',
		'The map has many shapes. With a screen reader, the list beside it is faster.'
	],
	contactTitle: 'Are you stuck?',
	contact:
		'Tell the organisation that offers this website, or your municipality, which page it is and what goes wrong. You then get the figures in another way.',
	complaint: 'No good answer? You can complain to the National Ombudsman of the Netherlands.',
	date: 'This statement is of 23 November 2026.'
};
