// Versions of publications: the line below figures, and the page of one publication.

export const release = {
	status: { provisional: 'voorlopig', final: 'definitief' },
	provisionalNote: 'De bron kan nog worden gecorrigeerd.',
	name: (title: string, period: string, version: string) => `${title}, ${period}, versie ${version}`,
	line: (version: string, status: string, date: string) => `Versie ${version}, ${status}, gepubliceerd op ${date}.`,
	replaces: (version: string, date: string) => `Deze versie vervangt versie ${version} van ${date}.`,
	vintage: (v: string) => `Indeling van de gebieden: ${v}.`,
	definition: (v: string) => `Definitie: versie ${v}.`,
	definitionChanged: (period: string, version: string) =>
		`Vanaf ${period} geldt versie ${version} van de definitie. Vergelijk cijfers van ervoor en erna niet met elkaar.`,
	more: 'Over deze publicatie',
	perQuarter: (label: string) => `${label}, per kwartaal`,
	twinNoise: (title: string, other: string) =>
		`Dit cijfer is apart geteld voor “${title}”, met eigen ruis. Daarom is het iets anders dan hetzelfde cijfer in “${other}”.`,
	twinYear: (other: string) => `Dit cijfer gaat over één kwartaal. Over een heel jaar staat het in “${other}”.`,
	twinSee: 'Bekijk dat cijfer',
	twinWhy: 'Waarom zijn er twee?',
	versionHead: 'Versie',
	statusHead: 'Status van de bron'
};
