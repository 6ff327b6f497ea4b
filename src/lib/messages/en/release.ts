import type { Messages } from '../nl.ts';

export const release: Messages['release'] = {
	status: { provisional: 'provisional', final: 'final' },
	provisionalNote: 'The source may still be corrected.',
	name: (title, period, version) => `${title}, ${period}, version ${version}`,
	line: (version, status, date) => `Version ${version}, ${status}, published on ${date}.`,
	replaces: (version, date) => `This version replaces version ${version} of ${date}.`,
	vintage: (v) => `Classification of regions: ${v}.`,
	definition: (v) => `Definition: version ${v}.`,
	definitionChanged: (period, version) =>
		`From ${period} on version ${version} of the definition holds. Do not compare figures from before and after.`,
	more: 'About this release',
	perQuarter: (label) => `${label}, by quarter`,
	twinNoise: (title, other) =>
		`This figure was counted apart for “${title}”, with noise of its own. So it differs a little from the same figure in “${other}”.`,
	twinYear: (other) => `This figure is about one quarter. For a whole year it is in “${other}”.`,
	twinSee: 'See that figure',
	twinWhy: 'Why are there two?',
	versionHead: 'Version',
	statusHead: 'Status of the source'
};
