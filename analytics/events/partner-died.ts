import { sql } from 'kysely';
import { ENDED_BY } from '../microdata/tables/gbaverbintenispartnerbus.ts';
import { DEATH_NEEDS, widowed } from './deaths.ts';
import { lifeEvent } from './life-event.ts';
import { partnershipsEndedBy } from './partnerships.ts';
import { NOT_FOR } from './words.ts';

export const partnerDied = lifeEvent(
	{
		name: 'partner_died',
		units: ['household', 'person'],
		needs: DEATH_NEEDS,
		rows: (scene) => ({
			about: [
				partnershipsEndedBy(scene, ENDED_BY.death),
				{ source: widowed(scene), date: sql`date`, possible: sql`true` }
			]
		})
	},
	{
		id: 'partner-died',
		version: '1',
		label: { nl: 'Partner overleden', en: 'Partner died' },
		rule: {
			nl: 'Het huwelijk of geregistreerd partnerschap van de persoon, of van iemand in het huishouden, eindigde doordat de partner overleed.',
			en: 'The marriage or registered partnership of the person, or of somebody in the household, ended because the partner died.'
		},
		comparison: {
			nl: 'Personen die in de afgelopen drie kalenderjaren getrouwd of geregistreerd partner waren en hun partner niet verloren, en huishoudens met zo iemand.',
			en: 'Persons who were married or in a registered partnership in the past three calendar years and did not lose their partner, and households with one.'
		},
		approximation: {
			nl: 'Partners die niet getrouwd of geregistreerd waren, zijn na een overlijden niet meer te koppelen en tellen niet mee.',
			en: 'Partners who were neither married nor registered cannot be linked after a death and do not count.'
		},
		size: 64_000,
		sizeSource: 'CBS StatLine 03781: verweduwende mannen en vrouwen, 2023; zonder geregistreerde partners',
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld bijna 200 per gemeente per jaar; schulden zijn in deze groep zeldzaam, dus vaak is een grotere regio nodig.',
				en: 'On average almost 200 per municipality a year; debts are rare in this group, so that a larger region is often needed.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Gbaverbintenispartnerbus en Gbaoverlijdentab'
	}
);
