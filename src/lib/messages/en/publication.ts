import type { Texts } from '../nl.ts';
import type { publication as nl } from '../nl/publication.ts';

export const publication: Texts<typeof nl> = {
	statusText: {
		provisional: 'the source may still be corrected. A new version will follow then.',
		final: 'the source will not be corrected any more.'
	},
	states: { draft: 'drafted', checked: 'checked', published: 'published', superseded: 'superseded' },
	lead: 'What was published, when, and whether these figures still hold.',
	replacedTitle: (version) => `Replaced by version ${version}`,
	replacedText: (date) =>
		`This is an old version. Newer figures hold since ${date}. Use these figures only to check what was published before.`,
	replacedLink: (version) => `Go to version ${version}`,
	latestLink: (version) => `Go to version ${version}, which holds now`,
	factsTitle: 'Facts',
	replacesHead: 'Replaces',
	replacesNone: 'nothing, this is the first version',
	replacesVersion: (version, date) => `version ${version} of ${date}`,
	periodHead: 'Period',
	vintageHead: 'Classification of regions',
	vintageOwn: 'a classification of its own',
	vintageNone: 'no regions',
	countHead: 'Number of figures',
	unitHead: 'Protects',
	costHead: 'Privacy cost',
	cost: (rho, epsilon, delta) => `rho ${rho}; epsilon ${epsilon} at delta ${delta}`,
	softwareHead: 'Software',
	historyTitle: 'From draft until now',
	figuresTitle: (region) => `The figures of all of ${region} in this version`,
	figuresTitleNoRegion: 'The figures of everyone together in this version',
	figuresNow: 'These are the figures that hold now.',
	figuresNone: 'This release holds no figures for the website.',
	seeNow: 'See the figures by region',
	seeNowNoRegion: 'See all figures',
	manifestTitle: 'Check it yourself',
	manifestText:
		'The manifest says how this release was made: the specification, the plan, the privacy cost and the checksums of all files.',
	manifestLink: 'Download the manifest (JSON)',
	signatureLink: 'Download the signature (JSON)',
	filesSigned:
		"The files are exactly as they were signed. Compute the checksum of the manifest yourself, and check the signature with the maker's public key.",
	filesNotKept: 'The file itself was not kept for this release. You get what it says, but that has another checksum.',
	bundle: 'Checksum of the signed manifest (sha256)'
};
