import { possibleAtAge } from './ages.ts';
import { lifeEvent } from './life-event.ts';
import { changes, DISABLED, socioEconomicHistory } from './socio-economic.ts';
import { FROM_DEBT_TABLE, NOT_FOR } from './words.ts';

export const disability = lifeEvent(
	{
		name: 'disability',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		rows: (scene) => ({ about: [changes(scene, { to: [DISABLED] }), possibleAtAge(scene, 18, 66)] })
	},
	{
		id: 'disability',
		version: '1',
		label: { nl: 'Ziek of arbeidsongeschikt geworden', en: 'Became ill or disabled' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, kreeg een uitkering bij ziekte of arbeidsongeschiktheid (SECM 24), na iets anders.',
			en: 'The person, or somebody in the household, received a benefit for illness or disability (SECM 24), after something else.'
		},
		comparison: {
			nl: 'Personen van 18 tot en met 66 jaar die zo’n uitkering niet kregen of al langer hadden, en huishoudens met zo iemand.',
			en: 'Persons aged 18 to 66 who did not receive such a benefit, or had it for longer, and households with one.'
		},
		approximation: {
			nl: 'Wie ziek is en loon houdt, of naast de uitkering meer verdient, telt niet mee.',
			en: 'Who is ill and keeps the wage, or earns more than the benefit, does not count.'
		},
		size: 49_000,
		sizeSource: `alleen van werk naar Ziektewet of arbeidsongeschiktheid: ${FROM_DEBT_TABLE}`,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld ruim 140 per gemeente per jaar; in kleine gemeenten is een grotere regio nodig.',
				en: 'On average more than 140 per municipality a year; small municipalities need a larger region.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus'
	}
);
