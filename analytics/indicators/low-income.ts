import { INHATAB } from '../microdata/tables/inhatab.ts';
import { toldFact } from '../population/told.ts';
import { below, column, householdAnswer, percentage } from './answers.ts';
import { history, pathFact } from './history.ts';
import type { Indicator } from './indicator.ts';

/** Income as a percentage of the low-income threshold, below which it is low. */
const THRESHOLD = 100;

const state = toldFact({
	column: 'low_income',
	units: ['household'],
	values: ['yes', 'no'],
	needs: [{ table: INHATAB, years: [0] }],
	otherwise: null,
	tell: (stage, _unit, offset) =>
		householdAnswer(stage, INHATAB, ['INHARMLAG'], offset, below(percentage(column('INHARMLAG')), THRESHOLD))
});

/** Income as a percentage of the threshold, for other limits. */
const percent = toldFact({
	column: 'income_low_percent',
	units: ['household'],
	values: 'number',
	needs: state.needs,
	otherwise: null,
	tell: (stage, _unit, offset) =>
		householdAnswer(stage, INHATAB, ['INHARMLAG'], offset, percentage(column('INHARMLAG')))
});

export const lowIncome: Indicator = {
	id: 'low-income',
	version: '1',
	label: { nl: 'Laag inkomen', en: 'Low income' },
	description: {
		nl: 'Huishoudens met een inkomen onder de lage-inkomensgrens van het CBS.',
		en: 'Households with an income below the low-income threshold of Statistics Netherlands.'
	},
	formula: {
		nl: 'Een huishouden heeft een laag inkomen als zijn inkomen lager is dan de lage-inkomensgrens van het CBS (INHARMLAG onder 100). Dat inkomen is het besteedbare inkomen zonder huurtoeslag, gecorrigeerd voor de grootte van het huishouden en voor de prijzen. De grens heeft elk jaar dezelfde koopkracht.',
		en: 'A household has a low income when its income is below the low-income threshold of Statistics Netherlands (INHARMLAG below 100). That income is the disposable income without rent allowance, adjusted for the size of the household and for prices. The threshold has the same purchasing power every year.'
	},
	exclusions: {
		nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder bekend inkomen over het hele jaar hebben geen uitkomst. Het inkomen van een huishouden is dat van de hoofdkostwinner die er op 31 december woont; woont er geen, dan is het onbekend. Voor eerdere jaren tellen de mensen die er nu wonen.',
		en: 'Households in institutions, student households and households whose income is not known for the whole year have no answer. The income of a household is that under its main earner who lives there on 31 December; without one it is unknown. For earlier years those who live there now count.'
	},
	thresholds: {
		unit: { nl: 'euro per jaar, voor iemand die alleen woont', en: 'euros a year, for a person who lives alone' },
		columns: [{ nl: 'Grens in prijzen van het jaar', en: 'Threshold in prices of the year' }],
		rows: [
			{ year: 2000, values: [9_250] },
			{ year: 2020, values: [13_200] }
		],
		source: 'CBS, begrip lage-inkomensgrens; CBS StatLine 83841NED, toelichting'
	},
	source: 'CBS, Inhatab (INHARMLAG); CBS, begrip lage-inkomensgrens',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet om te zeggen of één huishouden arm is of recht heeft op hulp. De grens zegt niets over vaste lasten, schulden of spaargeld.',
		en: 'Not to tell whether any one household is poor or has a right to help. The threshold says nothing about fixed costs, debts or savings.'
	},
	facts: [state, ...history(state), pathFact(state), percent]
};
