import { sql } from 'kysely';
import { ENDED_BY, GBAVERBINTENISPARTNERBUS } from '../microdata/tables/gbaverbintenispartnerbus.ts';
import { householdChanges, householdHistory } from './households.ts';
import { lifeEvent } from './life-event.ts';
import { partnershipsEndedBy } from './partnerships.ts';
import { FROM_DEBT_TABLE, NOT_FOR } from './words.ts';

export const separation = lifeEvent(
	{
		name: 'separation',
		units: ['household', 'person'],
		histories: [householdHistory],
		needs: [{ table: GBAVERBINTENISPARTNERBUS, years: [0] }],
		rows: (scene) => ({
			about: [
				partnershipsEndedBy(scene, ENDED_BY.divorce),
				householdChanges(
					scene,
					sql`previous_type in (2, 4) and previous_place in (3, 5) and type in (1, 6) and place <> 1`,
					sql`place in (3, 4, 5, 6)`
				)
			]
		})
	},
	{
		id: 'separation',
		version: '1',
		label: { nl: 'Uit elkaar gegaan', en: 'Separated' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, ging scheiden (huwelijk of geregistreerd partnerschap, reden S). Of hij of zij woonde ongehuwd samen (TYPHH 2 of 4) en daarna alleen of als alleenstaande ouder (TYPHH 1 of 6).',
			en: 'The person, or somebody in the household, divorced (marriage or registered partnership, reason S). Or he or she lived with an unmarried partner (TYPHH 2 or 4) and then alone or as a single parent (TYPHH 1 or 6).'
		},
		comparison: {
			nl: 'Personen die in de afgelopen drie kalenderjaren een partner hadden en niet uit elkaar gingen, en huishoudens met zo iemand.',
			en: 'Persons who had a partner in the past three calendar years and did not separate, and households with one.'
		},
		approximation: {
			nl: 'Bij ongehuwde partners is niet te zien of de ander overleed of bijvoorbeeld naar een instelling ging. Wie na de breuk bij ouders of in een ander huishouden ging wonen, telt alleen mee na een officiële scheiding.',
			en: 'With unmarried partners it cannot be seen whether the other one died or, for instance, moved to an institution. Who moved in with parents or another household afterwards counts only after an official divorce.'
		},
		size: 120_000,
		sizeSource: `personen: ${FROM_DEBT_TABLE}`,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld 350 personen per gemeente per jaar.',
				en: 'On average 350 persons per municipality a year.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Gbaverbintenispartnerbus en Gbahuishoudensbus (TYPHH, PLHH)'
	}
);
