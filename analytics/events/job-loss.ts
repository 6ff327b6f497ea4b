import { lifeEvent } from './life-event.ts';
import {
	ASSISTED,
	changes,
	EMPLOYEE,
	NO_INCOME,
	OTHER_SUPPORT,
	socioEconomicHistory,
	UNEMPLOYED
} from './socio-economic.ts';
import { FROM_DEBT_TABLE, NOT_FOR } from './words.ts';

export const jobLoss = lifeEvent(
	{
		name: 'job_loss',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		rows: (scene) => ({
			about: [changes(scene, { from: EMPLOYEE, to: [UNEMPLOYED, ASSISTED, OTHER_SUPPORT, NO_INCOME], among: EMPLOYEE })]
		})
	},
	{
		id: 'job-loss',
		version: '1',
		label: { nl: 'Werkloos geworden', en: 'Lost a job' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, was werknemer (SECM 11) en kreeg binnen 31 dagen daarna een WW-uitkering (21), bijstand (22), een andere sociale voorziening (23) of had geen inkomen meer (32).',
			en: 'The person, or somebody in the household, was an employee (SECM 11) and within 31 days afterwards received unemployment benefit (21), social assistance (22), other support (23), or had no income (32).'
		},
		comparison: {
			nl: 'Personen die in de afgelopen drie kalenderjaren werknemer waren en niet werkloos werden, en huishoudens met zo iemand.',
			en: 'Persons who were employees in the past three calendar years and did not lose a job, and households with one.'
		},
		approximation: {
			nl: 'SECM gaat over de belangrijkste inkomensbron van een maand. Wie een kleine baan verliest of meteen ander werk vindt, telt niet mee.',
			en: 'SECM is about the main source of income of a month. Who loses a small job, or finds other work at once, does not count.'
		},
		size: 190_000,
		sizeSource: `alleen van werk naar WW: ${FROM_DEBT_TABLE}`,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld ruim 500 per gemeente per jaar.',
				en: 'On average more than 500 per municipality a year.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus'
	}
);
