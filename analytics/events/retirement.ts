import { possibleAtAge } from './ages.ts';
import { lifeEvent } from './life-event.ts';
import { changes, RETIRED, socioEconomicHistory } from './socio-economic.ts';
import { NOT_FOR } from './words.ts';

export const retirement = lifeEvent(
	{
		name: 'retirement',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		rows: (scene) => ({ about: [changes(scene, { to: [RETIRED] }), possibleAtAge(scene, 60, 74)] })
	},
	{
		id: 'retirement',
		version: '1',
		label: { nl: 'Met pensioen gegaan', en: 'Retired' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, kreeg pensioen of AOW als belangrijkste inkomen (SECM 25), na iets anders.',
			en: 'For the person, or somebody in the household, a pension became the main source of income (SECM 25), after something else.'
		},
		comparison: {
			nl: 'Personen van 60 tot en met 74 jaar die niet in deze tijd met pensioen gingen, en huishoudens met zo iemand.',
			en: 'Persons aged 60 to 74 who did not retire in this time, and households with one.'
		},
		approximation: {
			nl: 'Ook een nabestaandenuitkering kan onder SECM 25 vallen.',
			en: 'A survivor’s benefit may fall under SECM 25 as well.'
		},
		size: 86_000,
		sizeSource:
			'CBS, nieuwsbericht van 29 april 2024: werknemers die in 2023 met pensioen gingen; zonder wie niet werkte of zelfstandig was',
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld 250 werknemers per gemeente per jaar.',
				en: 'On average 250 employees per municipality a year.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus'
	}
);
