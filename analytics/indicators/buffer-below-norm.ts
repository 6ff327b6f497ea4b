import { VEHTAB } from '../microdata/tables/vehtab.ts';
import { toldFact } from '../population/told.ts';
import { below, column, euros, householdAnswer } from './answers.ts';
import type { Indicator } from './indicator.ts';

/** Financial assets in euros, below which a buffer is small. */
export const BUFFER_NORM = 2_500;

export const bufferBelowNorm: Indicator = {
	id: 'buffer-below-norm',
	version: '1',
	label: { nl: 'Kleine financiële buffer', en: 'Small financial buffer' },
	description: {
		nl: 'Huishoudens met minder dan 2.500 euro achter de hand.',
		en: 'Households with less than 2,500 euros to fall back on.'
	},
	formula: {
		nl: 'Een huishouden heeft een kleine buffer als zijn financiële bezittingen, zoals spaargeld, op 1 januari van het jaar minder zijn dan 2.500 euro (VEHW1110FINH).',
		en: 'A household has a small buffer when its financial assets, such as savings, are less than 2,500 euros on 1 January of the year (VEHW1110FINH).'
	},
	exclusions: {
		nl: 'Huishoudens die niet in de vermogensstatistiek staan, hebben geen uitkomst. Schulden gaan er niet van af, en de eigen woning telt niet mee.',
		en: 'Households that are not in the wealth statistics have no answer. Debts are not taken off, and the own home does not count.'
	},
	thresholds: {
		unit: { nl: 'euro', en: 'euros' },
		columns: [{ nl: 'Norm, elk jaar gelijk', en: 'Norm, the same every year' }],
		rows: [{ year: 2019, values: [BUFFER_NORM] }],
		source: 'CBS, Armoede en sociale uitsluiting 2019, hoofdstuk 3: indeling naar vermogen'
	},
	approximation: {
		nl: 'Het Nibud heeft een norm die afhangt van het huishouden. Hier geldt voor iedereen de grens die het CBS gebruikt voor weinig vermogen.',
		en: 'Nibud has a norm that depends on the household. Here the limit that Statistics Netherlands uses for little wealth holds for all.'
	},
	source: 'CBS, Vehtab (VEHW1110FINH)',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet om te zeggen of een huishouden een tegenvaller kan betalen: dat hangt ook af van inkomen, schulden en vaste lasten.',
		en: 'Not to tell whether a household can pay for a setback: that also depends on income, debts and fixed costs.'
	},
	facts: [
		toldFact({
			column: 'buffer_below_norm',
			units: ['household'],
			values: ['yes', 'no'],
			needs: [{ table: VEHTAB, years: [0] }],
			otherwise: null,
			tell: (stage, _unit, offset) =>
				householdAnswer(stage, VEHTAB, ['VEHW1110FINH'], offset, below(euros(column('VEHW1110FINH')), BUFFER_NORM))
		})
	]
};
