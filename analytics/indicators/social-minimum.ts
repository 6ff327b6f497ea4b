import { INHATAB } from '../microdata/tables/inhatab.ts';
import { toldFact } from '../population/told.ts';
import { column, householdAnswer, percentage } from './answers.ts';
import type { Indicator } from './indicator.ts';

/** Income as a percentage of the social minimum; specifications choose the limit: `below: 120`. */
const percent = toldFact({
	column: 'income_social_minimum_percent',
	units: ['household'],
	values: 'number',
	needs: [{ table: INHATAB, years: [0] }],
	otherwise: null,
	tell: (stage, _unit, offset) =>
		householdAnswer(stage, INHATAB, ['INHARMSOC'], offset, percentage(column('INHARMSOC')))
});

/** Income below `limit` percent of the social minimum: 101 is at or below it, as the percentages are whole. */
function aroundSocialMinimum(limit: number): Indicator {
	return {
		id: `social-minimum-${limit}`,
		version: '1',
		label: {
			nl: limit === 101 ? 'Inkomen tot het sociaal minimum' : `Inkomen tot ${limit} % van het sociaal minimum`,
			en: limit === 101 ? 'Income up to the social minimum' : `Income up to ${limit} % of the social minimum`
		},
		description: {
			nl:
				limit === 101
					? 'Huishoudens met een inkomen op of onder het sociaal minimum.'
					: `Huishoudens met een inkomen tot ${limit} % van het sociaal minimum.`,
			en:
				limit === 101
					? 'Households with an income at or below the social minimum.'
					: `Households with an income up to ${limit} % of the social minimum.`
		},
		formula: {
			nl: `Een huishouden telt mee als zijn inkomen minder is dan ${limit} % van het sociaal minimum: het wettelijk bestaansminimum dat bij het huishouden past, zoals bijstand of AOW (INHARMSOC onder ${limit}).`,
			en: `A household counts when its income is less than ${limit} % of the social minimum: the legal minimum for such a household, such as social assistance or state pension (INHARMSOC below ${limit}).`
		},
		exclusions: {
			nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder bekend inkomen over het hele jaar hebben geen uitkomst.',
			en: 'Households in institutions, student households and households whose income is not known for the whole year have no answer.'
		},
		source: 'CBS, Inhatab (INHARMSOC); CBS, begrip sociaal minimum',
		direction: 'higher is worse',
		notFor: {
			nl: 'Niet om te tellen wie recht heeft op een gemeentelijke regeling: gemeenten rekenen met een ander inkomensbegrip, met vermogen en met een andere periode.',
			en: 'Not to count who has a right to a municipal scheme: municipalities use another notion of income, wealth, and another period.'
		},
		facts: [percent]
	};
}

export const socialMinimum: readonly Indicator[] = [101, 110, 120, 130].map(aroundSocialMinimum);
