import { ZVWWANBETALERSTAB } from '../microdata/tables/zvwwanbetalerstab.ts';
import { history } from './history.ts';
import type { Indicator } from './indicator.ts';
import { inflowQuarter, stateOnDate, type SpellState } from './spells.ts';

const spells: SpellState = { column: 'health_insurance_default', table: ZVWWANBETALERSTAB };
const state = stateOnDate(spells);

export const healthInsuranceDefault: Indicator = {
	id: 'health-insurance-default',
	version: '1',
	label: { nl: 'Wanbetaler zorgverzekering', en: 'Health-insurance defaulter' },
	description: {
		nl: 'Mensen die zes maanden of langer hun zorgpremie niet hebben betaald, en hun huishoudens.',
		en: 'People who have not paid their health insurance for six months or more, and their households.'
	},
	formula: {
		nl: 'Een persoon telt mee als hij op 31 december bij het CAK in de regeling voor wanbetalers van de zorgverzekering staat. Daarin komt wie zes maanden of langer geen premie heeft betaald. Een huishouden telt mee als minstens één van zijn leden meetelt.',
		en: 'A person counts who is in the defaulters scheme of the health insurance act, kept by CAK, on 31 December. It takes in those who have not paid their premium for six months or more. A household counts when at least one of its members does.'
	},
	exclusions: {
		nl: 'Iedereen van wie geen periode in het bestand staat, geldt als geen wanbetaler. Kinderen onder de 18 betalen geen premie en tellen dus nooit zelf mee.',
		en: 'Those of whom the file holds no spell count as no defaulter. Children under 18 pay no premium, so they never count themselves.'
	},
	source: 'CBS, Wanbetalers Zorgverzekeringswet (CAK); Zorgverzekeringswet, artikelen 18a-18g',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet als enige maat voor schulden: een wanbetaler heeft zeker een achterstand, maar de meeste mensen met schulden zijn geen wanbetaler.',
		en: 'Not as the only measure of debts: a defaulter is in arrears for certain, but most people with debts are no defaulters.'
	},
	facts: [state, ...history(state), inflowQuarter(spells)]
};
