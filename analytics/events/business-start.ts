import { possibleAtAge } from './ages.ts';
import { lifeEvent } from './life-event.ts';
import { changes, SELF_EMPLOYED, socioEconomicHistory } from './socio-economic.ts';
import { NOT_FOR } from './words.ts';

export const businessStart = lifeEvent(
	{
		name: 'business_start',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		rows: (scene) => ({ about: [changes(scene, { to: SELF_EMPLOYED }), possibleAtAge(scene, 18, 66)] })
	},
	{
		id: 'business-start',
		version: '1',
		label: { nl: 'Onderneming gestart', en: 'Started a business' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, werd directeur-grootaandeelhouder (SECM 12), ondernemer (13) of andere zelfstandige (14), na iets anders.',
			en: 'The person, or somebody in the household, became a director and major shareholder (SECM 12), an entrepreneur (13) or otherwise self-employed (14), after something else.'
		},
		comparison: {
			nl: 'Personen van 18 tot en met 66 jaar die geen onderneming startten, en huishoudens met zo iemand.',
			en: 'Persons aged 18 to 66 who did not start a business, and households with one.'
		},
		approximation: {
			nl: 'Een bedrijf naast een baan telt pas als het de belangrijkste bron van inkomen is.',
			en: 'A business beside a job counts only once it is the main source of income.'
		},
		size: null,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'In kleine gemeenten starten er te weinig voor cijfers per wijk.',
				en: 'In small municipalities too few start for figures per district.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus'
	}
);
