import { sql } from 'kysely';
import { AOTOTUITKERINGATAB, DISABILITY_LAWS } from '../microdata/tables/aototuitkeringatab.ts';
import { yesWhereAny } from './answers.ts';
import type { Indicator } from './indicator.ts';

const LAW = 'AOTOTWETCODEV2';

export const disabilityBenefit: Indicator = {
	id: 'disability-benefit',
	version: '1',
	label: { nl: 'Arbeidsongeschiktheidsuitkering', en: 'Disability benefit' },
	description: {
		nl: 'Mensen met een uitkering wegens arbeidsongeschiktheid, en hun huishoudens.',
		en: 'People with a disability benefit, and their households.'
	},
	formula: {
		nl: 'Een persoon telt mee als hij in december een uitkering krijgt volgens WAO, WAZ, Wajong, IVA of WGA. Een huishouden telt mee als minstens één van zijn leden meetelt.',
		en: 'A person counts who has a benefit under WAO, WAZ, Wajong, IVA or WGA in December. A household counts when at least one of its members does.'
	},
	exclusions: {
		nl: 'Een Ziektewet-uitkering telt niet mee. Iedereen van wie geen uitkering in het bestand staat, geldt als zonder uitkering.',
		en: 'Sickness benefit does not count. Those of whom the file holds no benefit count as without one.'
	},
	approximation: {
		nl: 'Elke regel met een wetcode geldt als een lopende uitkering: wat AOTotStatusV2 betekent, is niet openbaar. Staat december niet in de map, dan telt de laatste maand van het jaar die er wel is.',
		en: 'Each row with a law counts as a benefit that runs: what AOTotStatusV2 means is not public. Without a file for December the last month of the year that is there counts.'
	},
	source: 'CBS, Aototuitkeringatab',
	direction: 'neither',
	notFor: {
		nl: 'Niet als maat voor gezondheid of armoede.',
		en: 'Not as a measure of health or poverty.'
	},
	facts: [
		{
			column: 'disability_benefit',
			units: ['household', 'person'],
			values: ['yes', 'no'],
			needs: [{ table: AOTOTUITKERINGATAB, years: [0] }],
			otherwise: 'no',
			find: (stage, unit, offset = 0) =>
				yesWhereAny(stage, unit, stage.rows(AOTOTUITKERINGATAB, [LAW], offset), (column) => {
					return sql`${column(LAW)} in (${sql.join([...DISABILITY_LAWS])})`;
				})
		}
	]
};
