import type { Text } from './spec.ts';

/** What an indicator is, as shown on the method page; versions are never edited, only added. */
export interface IndicatorDefinition {
	readonly id: string;
	readonly version: string;
	readonly label: Text;
	/** One sentence. */
	readonly description: Text;
	/** Formula, exclusions, source: short paragraphs. */
	readonly method: Text;
	readonly source: string;
	/** What it must not be used for. */
	readonly notFor: Text;
	/** A higher share is better, or worse, for people. */
	readonly higherIs: 'better' | 'worse';
}

export const catalogue: readonly IndicatorDefinition[] = [
	{
		id: 'low-income',
		version: '1',
		label: { nl: 'Laag inkomen', en: 'Low income' },
		description: {
			nl: 'Het deel van de huishoudens met een inkomen onder de lage-inkomensgrens.',
			en: 'The share of households with an income below the low-income threshold.'
		},
		method: {
			nl: 'Een huishouden telt mee als zijn inkomen lager is dan de lage-inkomensgrens van het CBS (INHARMLAG onder 100). Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder inkomen over het hele jaar tellen niet mee. Huishoudens tellen op 31 december, in de indeling van 2024.',
			en: 'A household counts when its income is below the low-income threshold of Statistics Netherlands (INHARMLAG below 100). Institutional and student households, and households without a full year of income, are left out. Households count on 31 December, on the 2024 classification.'
		},
		source: 'CBS, INHATAB (INHARMLAG), GBAHUISHOUDENSBUS, GBAADRESOBJECTBUS, VSLGWBTAB',
		notFor: {
			nl: 'Beslissingen over één huishouden.',
			en: 'Decisions about any one household.'
		},
		higherIs: 'worse'
	},
	{
		id: 'problematic-debts',
		version: '1',
		label: { nl: 'Geregistreerde problematische schulden', en: 'Registered problematic debts' },
		description: {
			nl: 'Het deel van de huishoudens met geregistreerde problematische schulden.',
			en: 'The share of households with registered problematic debts.'
		},
		method: {
			nl: 'Een huishouden telt mee als ten minste één persoon op de peildatum voldoet aan een van de criteria van het CBS (smalle definitie op huishoudniveau). Schulden bij familie, webwinkels en creditcards staan niet in de registers en tellen dus niet mee.',
			en: 'A household counts when at least one person meets one of the criteria of Statistics Netherlands at the reference date (narrow definition, household level). Debts with family, web shops and credit cards are not in the registers and so do not count.'
		},
		source: 'CBS, schuldenproblematiekbestand (smalle_def_problematische_schulden_HH), GBAHUISHOUDENSBUS',
		notFor: {
			nl: 'Beslissingen over één huishouden.',
			en: 'Decisions about any one household.'
		},
		higherIs: 'worse'
	}
];
