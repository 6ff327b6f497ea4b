import type { method as nl } from '../nl/method.ts';
import type { Texts } from '../nl.ts';

export const method: Texts<typeof nl> = {
	title: 'Method and accountability',
	lead: 'How these figures are made, what they say and what they do not say.',
	noiseTitle: 'Why the figures carry noise',
	noise: [
		'Before a number leaves the closed environment, a random number is added to it. It is sometimes positive and sometimes negative, and zero on average. This is called noise.',
		'Because of the noise the figures hardly show whether any one household is counted. Large numbers hardly change. Small numbers become uncertain. That is why every figure has an interval.',
		'The noise is truly random. It is drawn once and never again, so looking more often does not take it away.',
		'The margin of a figure comes from the noise alone. The registers of Statistics Netherlands are counted in full. When a figure comes from a sample, it is less certain in reality than the margin shows.'
	],
	cannotTitle: 'What you cannot do with these figures',
	cannot: [
		'Say anything about one person or one household.',
		'Rank regions as if every difference were real. First check whether the intervals overlap.',
		'Point out a cause. The figures show where something happens more often, not why.',
		'Count debts that are registered nowhere, such as debts with family.'
	],
	wallTitle: 'The wall',
	wall: 'The work with data about people is done in a closed place. This website runs somewhere else. Only figures with noise pass through the door. The website has no access to data about people, not even for an intruder.',
	auditTitle: 'Tested: can anyone see whether you are counted?',
	auditText: 'We attack our own figures as an attacker would, and measure what that attacker learns.',
	auditLink: 'See what was tested and what came out',
	definitionsTitle: 'Definitions',
	allDefinitions: 'See all definitions and life events',
	letterRule: {
		A: 'The noise is smaller than a tenth of the figure.',
		B: 'The noise is a tenth to a fifth of the figure.',
		C: 'The noise is a fifth to just over a third of the figure.',
		D: 'The noise is more than a third of the figure. Or it is about too few people: then it only says “less than” or “more than”.',
		X: 'The number is too small compared with the noise. We show no share.'
	},
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
	togetherLead: 'Releases about the same people add up, old versions too: an old version stays public.',
	together: (rho) => `Together that is rho ${rho}.`,
	togetherOf: (source, unit, rho) => `Data “${source}”, for ${unit}: together rho ${rho}.`,
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
	superseded: (version) => `replaced by version ${version}`,
	statusHead: 'Source',
	versionsNote: 'A new version replaces the old one. Old versions stay here; follow the name.',
	noReleases: 'Nothing has been published yet.',
	integrityTitle: 'Is the noise right?',
	integrity: (title, period, p, releases) =>
		`${title}, ${period}: the tables fit together as the noise predicts (${releases === 1 ? '' : 'lowest '}p-value ${p}; low is bad).`,
	integrityBad: (title, period, p) =>
		`${title}, ${period}: the tables fit together less well than the noise predicts (p-value ${p}; low is bad). Be careful with these figures.`,
	vintageTitle: 'Regions and years',
	vintage:
		'Municipalities change: they merge or get new borders. All years are converted to one classification, so that you always compare the same region.',
	accessTitle: 'Without a computer',
	access:
		'Would you rather talk to someone about these figures, or about money worries? Call or visit your municipality.'
};
