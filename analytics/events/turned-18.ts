import { sql } from 'kysely';
import { possibleAtAge } from './ages.ts';
import { whole } from './expressions.ts';
import { lifeEvent } from './life-event.ts';
import { members } from './sources.ts';
import { NOT_FOR } from './words.ts';

export const turned18 = lifeEvent(
	{
		name: 'turned_18',
		units: ['household', 'person'],
		rows: (scene) => ({
			about: [
				{
					source: members(scene),
					where: sql`birth + 180000 >= ${whole(scene.since)}`,
					date: sql`(birth + 180000)`,
					possible: sql`false`
				},
				possibleAtAge(scene, 21, 29)
			]
		})
	},
	{
		id: 'turned-18',
		version: '1',
		label: { nl: '18 jaar geworden', en: 'Turned 18' },
		rule: {
			nl: 'De achttiende verjaardag van de persoon, of van iemand in het huishouden. De datum volgt uit de geboortedatum.',
			en: 'The eighteenth birthday of the person, or of somebody in the household. The date follows from the date of birth.'
		},
		comparison: {
			nl: 'Jongeren van 21 tot en met 29 jaar, en huishoudens met zo iemand: zij werden langer geleden 18.',
			en: 'Young people aged 21 to 29, and households with one: they turned 18 longer ago.'
		},
		size: 215_000,
		sizeSource: 'CBS, Kerncijfers wijken en buurten 2020: personen van 15 tot 25 jaar, gedeeld door tien',
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld 600 per gemeente per jaar; schulden op deze leeftijd zijn zeldzaam.',
				en: 'On average 600 per municipality a year; debts are rare at this age.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Gbapersoontab en Gbahuishoudensbus'
	}
);
