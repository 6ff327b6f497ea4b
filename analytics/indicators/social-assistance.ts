import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB, GENERAL_ASSISTANCE } from '../microdata/tables/bijstanduitkeringtab.ts';
import { history } from './history.ts';
import type { Indicator } from './indicator.ts';
import { inflowQuarter, stateOnDate, type SpellState } from './spells.ts';

const CODE = 'BIJSTANDSTATISTIEKCODEA';

const spells: SpellState = {
	column: 'social_assistance',
	table: BIJSTANDUITKERINGTAB,
	counts: { columns: [CODE], when: (column) => sql`${column(CODE)} in (${sql.join([...GENERAL_ASSISTANCE])})` }
};

/** Social assistance for general living costs on the date, of any member. */
export const assistanceState = stateOnDate(spells);

export const socialAssistance: Indicator = {
	id: 'social-assistance',
	version: '1',
	label: { nl: 'Bijstand', en: 'Social assistance' },
	description: {
		nl: 'Mensen met een bijstandsuitkering, en hun huishoudens.',
		en: 'People with social assistance, and their households.'
	},
	formula: {
		nl: 'Een persoon telt mee als hij op 31 december een algemene bijstandsuitkering heeft (BIJSTANDStatistiekcodeA 01, 13, 15 of 16). Een huishouden telt mee als minstens één van zijn leden meetelt.',
		en: 'A person counts who has general social assistance on 31 December (BIJSTANDStatistiekcodeA 01, 13, 15 or 16). A household counts when at least one of its members does.'
	},
	exclusions: {
		nl: 'IOAW, IOAZ, Bbz voor zelfstandigen, de individuele inkomenstoeslag en de studietoeslag tellen niet mee. Iedereen van wie geen uitkering in het bestand staat, geldt als zonder bijstand.',
		en: 'IOAW, IOAZ, Bbz for the self-employed, the individual income supplement and the study supplement do not count. Those of whom the file holds no benefit count as without social assistance.'
	},
	source: 'CBS, Bijstanduitkeringtab; Participatiewet',
	direction: 'neither',
	notFor: {
		nl: 'Niet als maat voor armoede: bijstand is een vangnet, en een deel van de mensen met recht op bijstand vraagt het niet aan.',
		en: 'Not as a measure of poverty: social assistance is a safety net, and some of those who are entitled to it do not claim it.'
	},
	facts: [assistanceState, ...history(assistanceState), inflowQuarter(spells)]
};
