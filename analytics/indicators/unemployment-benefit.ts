import { sql } from 'kysely';
import { SECMBUS } from '../microdata/tables/secmbus.ts';
import { WUSUITKERING1ATAB } from '../microdata/tables/wusuitkering1atab.ts';
import type { Fact } from '../population/fact.ts';
import { yesWhereAny } from './answers.ts';
import { history } from './history.ts';
import type { Indicator } from './indicator.ts';
import { inflowQuarter } from './spells.ts';

const state: Fact = {
	column: 'unemployment_benefit',
	units: ['household', 'person'],
	values: ['yes', 'no'],
	needs: [{ table: WUSUITKERING1ATAB, years: [0] }],
	otherwise: 'no',
	find: (stage, unit, offset = 0) =>
		yesWhereAny(stage, unit, stage.rows(WUSUITKERING1ATAB, ['WUSINDIC1A'], offset), (column) => {
			return sql`${column('WUSINDIC1A')} = '1'`;
		})
};

export const unemploymentBenefit: Indicator = {
	id: 'unemployment-benefit',
	version: '1',
	label: { nl: 'WW-uitkering', en: 'Unemployment benefit' },
	description: {
		nl: 'Mensen met een WW-uitkering, en hun huishoudens.',
		en: 'People with unemployment benefit, and their households.'
	},
	formula: {
		nl: 'Een persoon telt mee als hij in december een WW-uitkering krijgt (WUSIndic1A is 1). Een huishouden telt mee als minstens één van zijn leden meetelt. Het kwartaal van instroom volgt uit de perioden waarin WW de belangrijkste bron van inkomen is (SECM 21).',
		en: 'A person counts who is paid unemployment benefit (WW) in December (WUSIndic1A is 1). A household counts when at least one of its members does. The quarter of inflow follows from the spells in which it is the main source of income (SECM 21).'
	},
	exclusions: {
		nl: 'Iedereen van wie geen uitkering in het bestand staat, geldt als zonder WW. Zelfstandigen hebben geen recht op WW.',
		en: 'Those of whom the file holds no benefit count as without it. The self-employed have no right to it.'
	},
	approximation: {
		nl: 'De instroom mist mensen voor wie WW niet de belangrijkste bron van inkomen is. Staat december niet in de map, dan telt de laatste maand van het jaar die er wel is.',
		en: 'The inflow misses those for whom the benefit is not the main source of income. Without a file for December the last month of the year that is there counts.'
	},
	source: 'CBS, Wusuitkering1atab; CBS, Secmbus',
	direction: 'neither',
	notFor: {
		nl: 'Niet als maat voor werkloosheid: veel werklozen hebben geen WW.',
		en: 'Not as a measure of unemployment: many unemployed people have no such benefit.'
	},
	facts: [
		state,
		...history(state),
		inflowQuarter({
			column: 'unemployment_benefit',
			table: SECMBUS,
			counts: { columns: ['SECM'], when: (column) => sql`${column('SECM')} = '21'` }
		})
	]
};
