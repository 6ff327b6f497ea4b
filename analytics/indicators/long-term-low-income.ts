import { INHATAB } from '../microdata/tables/inhatab.ts';
import { toldFact } from '../population/told.ts';
import { below, column, householdAnswer, percentage } from './answers.ts';
import type { Indicator } from './indicator.ts';

const THRESHOLD = 100;

export const longTermLowIncome: Indicator = {
	id: 'long-term-low-income',
	version: '1',
	label: { nl: 'Langdurig laag inkomen', en: 'Long-term low income' },
	description: {
		nl: 'Huishoudens die al vier jaar of langer een laag inkomen hebben.',
		en: 'Households that have had a low income for four years or more.'
	},
	formula: {
		nl: 'Een huishouden heeft langdurig een laag inkomen als het al minstens vier jaar achter elkaar onder de lage-inkomensgrens van het CBS zit: dit jaar en de drie jaren ervoor (INHARMLAGL onder 100).',
		en: 'A household has a long-term low income when it has been below the low-income threshold of Statistics Netherlands for at least four years in a row: this year and the three before it (INHARMLAGL below 100).'
	},
	exclusions: {
		nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens waarvan het inkomen niet over vier jaar bekend is, hebben geen uitkomst.',
		en: 'Households in institutions, student households and households whose income is not known for four years have no answer.'
	},
	approximation: {
		nl: 'Het CBS zegt niet openbaar hoe INHARMLAGL is berekend. Hier is aangenomen dat een waarde onder 100 betekent: vier jaar onder de grens.',
		en: 'How INHARMLAGL is computed is not public. Here a value below 100 is taken to mean: four years below the threshold.'
	},
	source: 'CBS, Inhatab (INHARMLAGL); CBS, artikelen 2008/21 en 2008/22 over langdurig laag inkomen',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet te vergelijken met langdurige armoede in de definitie van 2024: daar gaat het om drie jaar en om een andere grens.',
		en: 'Not to be compared with long-term poverty in the definition of 2024, which is about three years and another threshold.'
	},
	facts: [
		toldFact({
			column: 'long_term_low_income',
			units: ['household'],
			values: ['yes', 'no'],
			needs: [{ table: INHATAB, years: [0] }],
			otherwise: null,
			tell: (stage, _unit, offset) =>
				householdAnswer(stage, INHATAB, ['INHARMLAGL'], offset, below(percentage(column('INHARMLAGL')), THRESHOLD))
		})
	]
};
