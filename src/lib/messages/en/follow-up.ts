// What a visitor does with a signal.

export const followUp = {
	title: 'What do you do about it?',
	lead: 'Keep track, for each signal, of whether somebody looks at it.',
	where:
		'This is only in your own browser. It does not go to us and others do not see it. Save it as a file to share it.',
	show: 'Show signals',
	filters: { all: 'All', open: 'Nothing done yet', going: 'Seen or taken up', dismissed: 'Not needed' },
	filterOf: (filter: string, count: string) => `${filter} (${count})`,
	showing: (count: string) => (count === '1' ? 'You see 1 signal.' : `You see ${count} signals.`),
	noneOf: 'No signals match this choice.',

	about: (name: string) => `: ${name}`,
	seen: 'Seen',
	take: 'Taken up by',
	dismiss: 'Not needed',
	takeBack: 'Take back',
	who: 'Who takes this up?',
	whoHint: 'A name or a team',
	why: 'Why is it not needed?',
	reasons: {
		known: 'We knew this already',
		data: 'It comes from the data',
		passing: 'It passes by itself',
		elsewhere: 'It belongs to another signal',
		other: 'Another reason'
	},
	note: 'More about this (may stay empty)',
	noteNeeded: 'Which reason?',
	needed: 'Please fill this in.',
	keep: 'Save',
	cancel: 'Cancel',

	notYet: 'Nothing has been done about this yet.',
	seenOn: (day: string) => `Seen on ${day}.`,
	takenBy: (who: string, day: string) => `Taken up by ${who}, on ${day}.`,
	dismissedFor: (reason: string, day: string) => `Not needed since ${day}: ${reason}.`,
	quoted: (note: string) => `“${note}”`,
	done: (name: string, what: string) => `${name}. ${what}`,
	takenBack: 'Taken back.',

	goneTitle: 'No longer a signal',
	goneText: 'You did something about these. They are no longer open.',
	goneSupply: 'It now seems to come from the supply of data.',
	elsewhere: (count: string) =>
		count === '1'
			? 'You did something about 1 more signal. It is not in this list. Choose more above to see it.'
			: `You did something about ${count} more signals. They are not in this list. Choose more above to see them.`,
	notKnown: 'We cannot tell now which of your signals are no longer open. Please try again later.',

	files: 'Save and share',
	save: 'Save as a file',
	saveCsv: 'Save as CSV, to read',
	bring: 'Read a file',
	bringHint: 'A file that you or a colleague saved here. For each signal the latest change counts.',
	saved: 'The file has been made.',
	brought: (added: string, changed: string, known: string) =>
		`The file has been read. New: ${added}. Changed: ${changed}. Known already: ${known}.`,
	faults: {
		'too-large': 'The file is too large. A file from here is smaller than 8 MB.',
		'not-json': 'We cannot read this file. Choose the file that “Save as a file” gave you.',
		'other-file': 'This is not a file of this page. Choose the file that “Save as a file” gave you.',
		newer: 'This file comes from a newer version of this site. Load this page again, then try once more.',
		'too-many': 'The file holds more than 2,000 signals. That is too many.',
		unread: 'Your browser cannot open the file.'
	},
	faultAt: (place: string, field: string) =>
		`Signal ${place} of the file is wrong${field === '' ? '' : ` (at “${field}”)`}. We took nothing from it.`,
	faultFuture: (place: string) =>
		`Signal ${place} of the file has a date that is still to come. We took nothing from it.`,

	refused: 'Your browser keeps nothing for this site. Save your choices as a file before you close this page.',
	full: 'There is no room left in your browser. Save your choices as a file before you close this page.',
	stuck: 'We cannot read what your browser kept. There is no room to put it aside. Save new choices as a file.',
	aside: 'We cannot read what your browser kept. We put it aside and threw nothing away.',
	asideSave: 'Save what was put aside',
	asideDiscard: 'Throw it away',
	discarded: 'Thrown away.',

	fileTitle: 'Seen and taken up',
	columns: [
		'signal',
		'figure (code)',
		'region (code)',
		'group (code)',
		'signal since',
		'what was done',
		'who',
		'why not needed',
		'more about this',
		'done on'
	],
	states: { open: 'nothing', seen: 'seen', taken: 'taken up', dismissed: 'not needed' }
};
