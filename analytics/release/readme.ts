import { Rational } from 'diffprivlib-js';
import type { Manifest } from '../contract/manifest.ts';
import type { Plan, PlannedTable } from '../contract/plan.ts';
import { roundedUp } from '../contract/rounded-up.ts';
import type { Spec } from '../contract/spec.ts';
import { measureOf, type Measure } from './cells.ts';
import { measurementPath } from './measurement-file.ts';
import { rulesText } from './readme-rules.ts';
import { SIGNATURE_CHECK } from './readme-signature.ts';

/** What stands in the manifest as well. */
export type ReadmeFacts = Omit<Manifest, 'format' | 'id' | 'unit' | 'files'>;

const WORDS = {
	person: { name: 'persoon', each: 'elke persoon', one: 'één bepaalde persoon' },
	household: { name: 'huishouden', each: 'elk huishouden', one: 'één bepaald huishouden' }
} as const;

const NUMBERS: Readonly<Record<Measure, string>> = {
	noisy_count: 'tellingen',
	noisy_sum: 'sommen van bedragen',
	noisy_difference: 'gewogen verschillen van tellingen'
};

/** For the person who checks the output before it leaves the closed environment; so in Dutch. */
export function readmeText(facts: ReadmeFacts): string {
	const { spec, plan, ledger } = facts;
	const unit = WORDS[spec.unit.kind];
	const measures = [...new Set(plan.tables.map((table) => measureOf(table, plan)))];
	const numbers = measures.map((measure) => NUMBERS[measure]).join(' en ');
	const meant = measures.flatMap((measure) => meaningOf(measure, spec));
	return `VRIJGAVE ${spec.id}
${spec.title === undefined ? '' : `${spec.title.nl}\n`}${versionLines(facts).join('\n')}
Eenheid van bescherming: ${unit.name} (${unit.each} telt mee in ${rowsOf(spec, plan)})

Wat is dit?
Deze map bevat ${numbers} waaraan met opzet ruis is toegevoegd.
Er staan geen exacte uitkomsten in en geen gegevens van één ${unit.name}. Aan deze getallen is nauwelijks te zien of
${unit.one} in de gegevens zit; hoe weinig, zegt epsilon hieronder.

Hoe zijn de getallen beschermd?
Bij elk getal is een toevallig geheel getal opgeteld, uit de discrete normale verdeling (Canonne, Kamath en Steinke,
2020). Hoe groot die ruis kan zijn, is vooraf vastgesteld en hangt niet af van de gegevens. Getallen onder nul zijn
daarom gewoon; verbeter ze niet.
Totale kosten: rho = ${decimal(plan.rho)} (zCDP). Dat is epsilon = ${decimal(plan.epsilon)} bij delta = ${plan.delta}.
Die kosten zijn van het privacybudget afgeschreven voordat er iets werd geteld: post ${ledger.entry} van het grootboek.

${meant.map((text) => `${text}\n\n`).join('')}Welke bestanden zitten erin?
- manifest.json: specificatie, plan, kosten, post in het grootboek, en de sha256 van elk bestand behalve signature.json.
- signature.json: de handtekening onder manifest.json, en zo onder alle bestanden.
- README.txt: deze tekst.
- attributes.csv: de kenmerken met hun codes. Openbaar en van tevoren bekend.
- regions.csv: de indeling in regio's. Openbaar en van tevoren bekend.
${plan.tables.map(tableLine).join('\n')}
Er is geen ander bestand en geen andere kolom.

${rulesText(numbers)}
Wat kunt u zelf nagaan?
- Elk meetbestand heeft één kopregel en daarna voor elke cel één regel; het aantal cellen staat hierboven.
- De laatste kolom heet ${measures.join(' of ')} en bevat alleen gehele getallen.
- De sha256 van elk bestand is gelijk aan die in manifest.json.

${SIGNATURE_CHECK}`;
}

const STATUS = {
	provisional: 'voorlopig: de bron kan nog worden verbeterd',
	final: 'definitief: de bron wordt niet meer verbeterd'
};

/** Which version of the figures this is, and of everything that decides what they mean. */
function versionLines({
	spec,
	period,
	definitions,
	regionVintage,
	revisionOf,
	ledger,
	software
}: ReadmeFacts): string[] {
	const named = definitions.map(({ id, version }) => `${id} versie ${version}`);
	return [
		`Periode: ${period}`,
		`Status: ${STATUS[spec.status]}`,
		revisionOf === null
			? 'Vervangt: niets; dit is de eerste vrijgave van deze cijfers over deze periode'
			: `Vervangt: de vrijgave van post ${revisionOf.entry} van het grootboek; sha256 van manifest.json:\n  ${revisionOf.manifest}`,
		`Indeling in regio's: ${regionVintage ?? 'geen'}`,
		`Definities: ${named.length === 0 ? 'die van de specificatie in manifest.json' : named.join(', ')}`,
		`Grootboek: post ${ledger.entry}, afgeschreven op ${ledger.chargedAt}`,
		`Gemaakt met: ${software.name} ${software.version}`
	];
}

/** What the numbers are, where they are no plain counts. */
function meaningOf(measure: Measure, { amounts = {} }: Spec): string[] {
	if (measure === 'noisy_count') return [];
	if (measure === 'noisy_difference')
		return [
			`Een bestand met noisy_difference bevat van elke cel niet de telling per periode, maar een vast veelvoud daarvan min
gewogen tellingen van eerdere perioden; de gewichten staan in manifest.json onder plan.series.matrix. Pas na terugrekenen
(voorzicht estimate) zijn het tellingen per periode.`
		];
	const bounds = Object.entries(amounts).map(([name, { from, to }]) => `${name}: ${from} tot en met ${to}`);
	return [
		`Een bestand met noisy_sum telt een bedrag op: van elke rij wordt het bedrag afgerond, begrensd op openbare grenzen
(${bounds.join('; ')}) en verminderd met het midden daarvan; de som van die verschillen staat er met
ruis in, en kan dus onder nul liggen.`
	];
}

function rowsOf({ unit }: Spec, { series }: Plan): string {
	if (series !== undefined)
		return `één rij per periode, in ten hoogste ${series.spells} aaneengesloten ${series.spells === 1 ? 'reeks' : 'reeksen'}`;
	return unit.contribution === 1 ? 'één rij' : `ten hoogste ${unit.contribution} rijen`;
}

function tableLine(table: PlannedTable): string {
	const deviation = Math.sqrt(Rational.parse(table.sigma2).toNumberUp());
	const cells = table.cells === 1 ? '1 cel' : `${table.cells} cellen`;
	return `- ${measurementPath(table)}: ${cells}; ruis met standaardafwijking ${decimal(deviation)} (variantie ${table.sigma2}).`;
}

/** Four significant digits, rounded up, with a decimal comma. */
function decimal(value: number): string {
	return roundedUp(value, 4).replace('.', ',');
}
