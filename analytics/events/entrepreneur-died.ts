import { sql } from 'kysely';
import { SECMBUS } from '../microdata/tables/secmbus.ts';
import { DEATH_NEEDS, widowedOf } from './deaths.ts';
import { list } from './expressions.ts';
import { lifeEvent } from './life-event.ts';
import { SELF_EMPLOYED } from './socio-economic.ts';
import { NOT_FOR } from './words.ts';

export const entrepreneurDied = lifeEvent(
	{
		name: 'entrepreneur_died',
		units: ['household', 'person'],
		needs: [...DEATH_NEEDS, { table: SECMBUS, years: [0] }],
		rows: (scene) => ({
			about: [
				{
					source: widowedOf(scene),
					date: sql`case when category in (${list(SELF_EMPLOYED)}) then date end`,
					possible: sql`true`
				}
			]
		})
	},
	{
		id: 'entrepreneur-died',
		version: '1',
		label: { nl: 'Ondernemer overleden', en: 'Entrepreneur died' },
		rule: {
			nl: 'De huwelijkspartner of geregistreerde partner van de persoon, of van iemand in het huishouden, overleed. Het laatste dat de partner deed, was ondernemen (SECM 12, 13 of 14).',
			en: 'The spouse or registered partner of the person, or of somebody in the household, died. The last thing the partner did was to run a business (SECM 12, 13 or 14).'
		},
		comparison: {
			nl: 'Personen die in dezelfde tijd een partner verloren die geen ondernemer was, en huishoudens met zo iemand.',
			en: 'Persons who in the same time lost a partner who was not an entrepreneur, and households with one.'
		},
		approximation: {
			nl: 'Partners die niet getrouwd of geregistreerd waren, zijn na een overlijden niet meer te koppelen en tellen niet mee.',
			en: 'Partners who were neither married nor registered cannot be linked after a death and do not count.'
		},
		size: null,
		lowest: {
			level: 'landsdeel',
			reason: {
				nl: 'Dit komt weinig voor: in een gemeente gaat het om enkele huishoudens per jaar.',
				en: 'This is rare: in a municipality it concerns a few households a year.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Gbaverbintenispartnerbus, Gbaoverlijdentab en Secmbus'
	}
);
