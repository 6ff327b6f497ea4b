import { sql } from 'kysely';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { WOONLASTENTAB } from '../microdata/tables/woonlastentab.ts';
import { householdRows } from '../population/sources.ts';
import { toldFact } from '../population/told.ts';
import { column, euros, percentage } from './answers.ts';
import type { Indicator } from './indicator.ts';

export const housingCosts: Indicator = {
	id: 'housing-costs',
	version: '1',
	label: { nl: 'Deel van het inkomen voor wonen', en: 'Share of income spent on housing' },
	description: {
		nl: 'Huishoudens die een groot deel van hun inkomen kwijt zijn aan wonen.',
		en: 'Households that spend a large part of their income on housing.'
	},
	formula: {
		nl: 'De woonlasten van het huishouden in het jaar (huur min huurtoeslag, of hypotheek, en energie) gedeeld door het besteedbare inkomen (INHBESTINKH), in procenten.',
		en: 'The housing costs of the household in the year (rent less rent allowance, or mortgage, and energy) divided by its disposable income (INHBESTINKH), as a percentage.'
	},
	exclusions: {
		nl: 'Geen uitkomst voor huishoudens in een instelling, studentenhuishoudens, huishoudens zonder bekend inkomen over het hele jaar, huishoudens zonder positief inkomen, en huishoudens waarvan de woonlasten niet bekend zijn.',
		en: 'No answer for households in institutions, student households, households whose income is not known for the whole year, households without a positive income, and those whose housing costs are not known.'
	},
	approximation: {
		nl: 'Het CBS levert geen bestand met woonlasten per huishouden: de onderzoeker voegt dat zelf toe.',
		en: 'Statistics Netherlands delivers no file with the housing costs of each household: the researcher adds one.'
	},
	source: 'Eigen bestand van de onderzoeker (WOONLASTENTAB); CBS, Inhatab (INHBESTINKH)',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet te vergelijken met de woonquote van het CBS zonder na te gaan welke lasten daarin zitten.',
		en: 'Not to be compared with the housing cost ratio of Statistics Netherlands without a look at what that includes.'
	},
	facts: [
		toldFact({
			column: 'housing_costs_percent',
			units: ['household'],
			values: 'number',
			needs: [
				{ table: INHATAB, years: [0] },
				{ table: WOONLASTENTAB, years: [0] }
			],
			otherwise: null,
			tell: (stage, _unit, offset) => {
				const answered = percentage(column('INHARMLAG'));
				const income = sql`case when ${answered} is not null then ${euros(column('INHBESTINKH'))} end`;
				return {
					parts: [
						{
							source: householdRows(stage, INHATAB, offset),
							columns: ['INHARMLAG', 'INHBESTINKH'],
							value: income
						},
						{
							source: householdRows(stage, WOONLASTENTAB, offset),
							columns: ['WOONLASTEN'],
							value: euros(column('WOONLASTEN'))
						}
					],
					answer: ([known, costs]) => sql`case when ${known} > 0 and ${costs} >= 0 then 100 * ${costs} / ${known} end`
				};
			}
		})
	]
};
