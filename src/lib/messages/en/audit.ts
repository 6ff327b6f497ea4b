import type { audit as nl } from '../nl/audit.ts';
import type { Texts } from '../nl.ts';

export const audit: Texts<typeof nl> = {
	title: 'Can anyone see whether your household is counted?',
	lead: 'We attack our own figures and measure what an attacker learns. That is called an audit. This page shows what came out.',
	none: 'No audit has been published here yet. Whoever runs this website does so with these commands:',
	passedTitle: 'The audit passed',
	passedText:
		'Not one test gave away more than we promise. What we promise is listed with the releases: that is the most by which anyone can change their odds.',
	passedLink: 'Releases and their privacy cost',
	failedTitle: 'Take care: the audit did not pass',
	failedText:
		'At least one part below is not in order. Whoever runs this website must mend it first. Until then nothing new should be published.',
	when: 'Made on',
	software: 'Software',
	versionOf: (name, version) => `${name} version ${version}`,
	form: 'Kind of audit',
	forms: { quick: 'short, at every change of the software', deep: 'extensive, with more tests' },
	size: 'Size',
	sizeOf: (draws, pairs, faults) => `${draws} draws of noise, ${pairs} pairs of releases, ${faults} planted faults`,
	outcome: 'Outcome',
	passed: 'passed',
	failed: 'not passed',
	samplerTitle: 'Does the noise protect enough?',
	samplerText: [
		'We draw noise very often: for a number with one household and for the same number without it. Then we look how well an attacker can tell the two apart.',
		'The measure of that is epsilon. The draws show how large epsilon is at least. It may not be more than the promise. When it comes close, the test is sharp. With much noise, such a test can show only a small part.'
	],
	samplerChance: (alpha) =>
		`The chance that sound noise fails by accident is at most ${alpha} for each test. Between brackets: the part of the promise that was shown.`,
	samplerColumns:
		'A release with several kinds of noise has a row for each. Difference: how much one household can count at most. Sigma²: how wide the noise is. Epsilon holds at the delta in the same row. P-value: how well the draws fit the noise that there should be; low is bad.',
	samplerCaption: 'The promise and what the draws show',
	noiseOf: 'Noise of',
	nthNoise: (nth, of) => `noise ${nth} of ${of}`,
	sigma2: 'sigma²',
	contribution: 'Difference',
	draws: 'Draws',
	delta: 'delta',
	claimed: 'Promise (epsilon)',
	proven: 'Shown',
	provenOf: (epsilon, part) => `${epsilon} (${part})`,
	fit: 'P-value',
	notFitted: 'not tested',
	replayTitle: 'Does one household change a release too much?',
	replayText:
		'We make a release twice with the same noise: with a household and without. Every difference costs privacy. It may not be more than the price that was paid for the release. Some pairs are made so that they cost as much as possible.',
	replayCaption: 'Releases with and without one household',
	plan: 'Release',
	pairs: 'Pairs',
	worst: 'Worst cases',
	cost: 'Largest cost, part of the price',
	broken: 'Rules broken',
	noneBroken: 'none',
	enumerationTitle: 'Is every step of a random draw right?',
	enumerationText:
		'Noise is made in small steps. We work out every path through those steps, with its exact probability. There is no chance in this test itself.',
	enumerationCaption: 'All paths through the steps',
	mechanism: 'Part',
	paths: 'Paths',
	faultsTitle: 'Does the audit see a fault that is really there?',
	faultsText: (seen, all) =>
		`We plant faults on purpose. An audit that works sees all of them. This audit saw ${seen} of the ${all}.`,
	faultsCaption: 'Faults planted on purpose',
	fault: 'Fault',
	where: 'Where',
	kinds: { sampler: 'in the noise', release: 'in a release' },
	seen: 'Seen',
	yes: 'yes',
	no: 'no',
	notTested: 'This part does not belong to this audit.',
	limitsTitle: 'What an audit does not say',
	limits: [
		'An audit finds faults. It does not prove that there is none. The proof is mathematics and comes with the source code.',
		'An audit is about the software. It says nothing about who may reach the data in the closed place.'
	],
	againTitle: 'Check it yourself',
	report: 'The whole report as a file (JSON)',
	again: 'The software is open. Anyone can repeat the audit with this command, on the same invented data:'
};
