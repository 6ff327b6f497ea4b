import { sql } from 'kysely';
import { householdChanges, householdHistory } from './households.ts';
import { lifeEvent } from './life-event.ts';
import { NOT_FOR } from './words.ts';

export const singleParent = lifeEvent(
	{
		name: 'single_parent',
		units: ['household', 'person'],
		histories: [householdHistory],
		rows: (scene) => ({
			about: [householdChanges(scene, sql`previous_type in (4, 5) and type = 6 and place = 7`, sql`place in (5, 6)`)]
		})
	},
	{
		id: 'single-parent',
		version: '1',
		label: { nl: 'Alleenstaande ouder geworden', en: 'Became a single parent' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, woonde in een paar met kinderen (TYPHH 4 of 5) en daarna als ouder in een eenouderhuishouden (TYPHH 6, PLHH 7).',
			en: 'The person, or somebody in the household, lived in a couple with children (TYPHH 4 or 5) and then as the parent in a single-parent household (TYPHH 6, PLHH 7).'
		},
		comparison: {
			nl: 'Ouders die in de afgelopen drie kalenderjaren met een partner en kinderen woonden en niet alleen verder gingen, en huishoudens met zo iemand.',
			en: 'Parents who lived with a partner and children in the past three calendar years and did not go on alone, and households with one.'
		},
		approximation: {
			nl: 'Wie zonder partner een eerste kind krijgt, telt niet mee. Met co-ouderschap telt de ouder bij wie het kind is ingeschreven.',
			en: 'Who has a first child without a partner does not count. With shared care, the parent with whom the child is registered counts.'
		},
		size: null,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Per wijk zijn het er te weinig per jaar.',
				en: 'Per district there are too few a year.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Gbahuishoudensbus (TYPHH, PLHH)'
	}
);
