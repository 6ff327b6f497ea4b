import { lifeEvent } from './life-event.ts';
import { ASSISTED, changes, EMPLOYEE, socioEconomicHistory } from './socio-economic.ts';
import { FROM_DEBT_TABLE, NOT_FOR } from './words.ts';

export const socialAssistanceStart = lifeEvent(
	{
		name: 'social_assistance_start',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		rows: (scene) => ({ about: [changes(scene, { from: EMPLOYEE, to: [ASSISTED], among: EMPLOYEE })] })
	},
	{
		id: 'social-assistance-start',
		version: '1',
		label: { nl: 'Van werk naar bijstand', en: 'From work to social assistance' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, was werknemer (SECM 11) en kreeg binnen 31 dagen daarna bijstand (SECM 22).',
			en: 'The person, or somebody in the household, was an employee (SECM 11) and within 31 days afterwards received social assistance (SECM 22).'
		},
		comparison: {
			nl: 'Personen die in de afgelopen drie kalenderjaren werknemer waren en niet in de bijstand kwamen, en huishoudens met zo iemand.',
			en: 'Persons who were employees in the past three calendar years and did not come to social assistance, and households with one.'
		},
		approximation: {
			nl: 'Wie na het werk eerst een WW-uitkering had, telt niet mee. Dat is nauwer dan de tabel van het CBS kan bedoelen.',
			en: 'Who had unemployment benefit first does not count. That may be narrower than what the table of Statistics Netherlands means.'
		},
		size: 14_000,
		sizeSource: `personen: ${FROM_DEBT_TABLE}`,
		lowest: {
			level: 'corop',
			reason: {
				nl: 'Gemiddeld 40 per gemeente per jaar, en 350 per COROP-gebied.',
				en: 'On average 40 per municipality a year, and 350 per COROP region.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus; de gebeurtenis staat in CBS, dashboard Schuldenproblematiek in beeld, life events'
	}
);
