// What a visitor does with a signal.

export const followUp = {
	title: 'Wat doet u ermee?',
	lead: 'Houd per signaal bij of iemand ernaar kijkt.',
	where:
		'Dit staat alleen in uw eigen browser. Het gaat niet naar ons toe en anderen zien het niet. Bewaar het als bestand om het te delen.',
	show: 'Toon signalen',
	filters: { all: 'Alle', open: 'Nog niets gedaan', going: 'Gezien of opgepakt', dismissed: 'Niet nodig' },
	filterOf: (filter: string, count: string) => `${filter} (${count})`,
	showing: (count: string) => (count === '1' ? 'U ziet 1 signaal.' : `U ziet ${count} signalen.`),
	noneOf: 'Er zijn geen signalen met deze keuze.',

	/** Behind the name of a signal, for who does not see where the button stands. */
	about: (name: string) => `: ${name}`,
	seen: 'Gezien',
	take: 'Opgepakt door',
	dismiss: 'Niet nodig',
	takeBack: 'Neem terug',
	who: 'Wie pakt dit op?',
	whoHint: 'Een naam of een team',
	why: 'Waarom is het niet nodig?',
	reasons: {
		known: 'We wisten dit al',
		data: 'Het ligt aan de gegevens',
		passing: 'Het gaat vanzelf over',
		elsewhere: 'Het hoort bij een ander signaal',
		other: 'Een andere reden'
	},
	note: 'Meer hierover (mag leeg blijven)',
	noteNeeded: 'Welke reden?',
	/** Beside a field that must not be empty. */
	needed: 'Vul dit in.',
	keep: 'Bewaar',
	cancel: 'Annuleren',

	notYet: 'Hier is nog niets mee gedaan.',
	seenOn: (day: string) => `Gezien op ${day}.`,
	takenBy: (who: string, day: string) => `Opgepakt door ${who}, op ${day}.`,
	dismissedFor: (reason: string, day: string) => `Niet nodig sinds ${day}: ${reason}.`,
	quoted: (note: string) => `“${note}”`,
	/** Said aloud after a change. */
	done: (name: string, what: string) => `${name}. ${what}`,
	takenBack: 'Teruggenomen.',

	goneTitle: 'Geen signaal meer',
	goneText: 'Hier deed u iets mee. Deze signalen staan niet meer open.',
	goneSupply: 'Nu lijkt het aan de levering van gegevens te liggen.',
	elsewhere: (count: string) =>
		count === '1'
			? 'Met nog 1 signaal deed u iets. Dat staat niet in deze lijst. Kies hierboven meer om het te zien.'
			: `Met nog ${count} signalen deed u iets. Die staan niet in deze lijst. Kies hierboven meer om ze te zien.`,
	notKnown: 'We kunnen nu niet nagaan welke van uw signalen niet meer open staan. Probeer het later nog eens.',

	files: 'Bewaren en delen',
	save: 'Bewaar als bestand',
	saveCsv: 'Bewaar als CSV, om te lezen',
	bring: 'Lees een bestand',
	bringHint: 'Een bestand dat u of een collega hier heeft bewaard. Per signaal telt wat het laatst is gedaan.',
	saved: 'Het bestand is gemaakt.',
	brought: (added: string, changed: string, known: string) =>
		`Het bestand is gelezen. Nieuw: ${added}. Veranderd: ${changed}. Al bekend: ${known}.`,
	faults: {
		'too-large': 'Het bestand is te groot. Een bestand van hier is kleiner dan 8 MB.',
		'not-json': 'Dit bestand kunnen we niet lezen. Kies het bestand dat u met “Bewaar als bestand” kreeg.',
		'other-file': 'Dit is geen bestand van deze pagina. Kies het bestand dat u met “Bewaar als bestand” kreeg.',
		newer:
			'Dit bestand is van een nieuwere versie van deze site. Laad deze pagina opnieuw en probeer het dan nog eens.',
		'too-many': 'In het bestand staan meer dan 2.000 signalen. Dat is te veel.',
		unread: 'Uw browser kan het bestand niet openen.'
	},
	faultAt: (place: string, field: string) =>
		`Signaal ${place} in het bestand klopt niet${field === '' ? '' : ` (bij “${field}”)`}. We hebben niets overgenomen.`,
	faultFuture: (place: string) =>
		`Signaal ${place} in het bestand heeft een datum die nog moet komen. We hebben niets overgenomen.`,

	refused: 'Uw browser bewaart niets voor deze site. Bewaar uw keuzes als bestand voordat u deze pagina sluit.',
	full: 'Er is geen plaats meer in uw browser. Bewaar uw keuzes als bestand voordat u deze pagina sluit.',
	stuck:
		'Wat uw browser bewaarde, kunnen we niet lezen. Er is geen plaats om het apart te zetten. Bewaar nieuwe keuzes als bestand.',
	aside: 'Wat uw browser bewaarde, kunnen we niet lezen. We hebben het apart gezet en niets weggegooid.',
	asideSave: 'Bewaar wat apart staat',
	asideDiscard: 'Gooi het weg',
	discarded: 'Weggegooid.',

	fileTitle: 'Gezien en opgepakt',
	columns: [
		'signaal',
		'cijfer (code)',
		'gebied (code)',
		'groep (code)',
		'signaal sinds',
		'wat is gedaan',
		'wie',
		'waarom niet nodig',
		'meer hierover',
		'gedaan op'
	],
	states: { open: 'niets', seen: 'gezien', taken: 'opgepakt', dismissed: 'niet nodig' }
};
