import { sql } from 'kysely';
import { possibleAtAge } from './ages.ts';
import { whole } from './expressions.ts';
import { lifeEvent } from './life-event.ts';
import { members } from './sources.ts';
import { NOT_FOR } from './words.ts';

const isChild = sql`place = 1`;

export const child = lifeEvent(
	{
		name: 'child',
		// Whose child it is stands in the child's rows, so that no person's own rows tell it.
		units: ['household'],
		rows: (scene) => ({
			about: [
				{
					source: members(scene),
					where: sql`${isChild} and birth >= ${whole(scene.since)}`,
					date: sql`birth`,
					possible: sql`false`
				},
				possibleAtAge(scene, 18, 49, sql`${isChild} is not true`)
			]
		})
	},
	{
		id: 'child',
		version: '1',
		label: { nl: 'Kind gekregen', en: 'Had a child' },
		rule: {
			nl: 'In het huishouden woont een thuiswonend kind dat in de afgelopen 36 maanden is geboren. Het jongste kind telt.',
			en: 'A child who was born in the past 36 months lives in the household as a child at home. The youngest counts.'
		},
		comparison: {
			nl: 'Huishoudens met een volwassene van 18 tot en met 49 jaar die er niet als kind woont, zonder zo’n jong kind.',
			en: 'Households with an adult aged 18 to 49 who does not live there as a child, without such a young child.'
		},
		approximation: {
			nl: 'Een kind dat is geadopteerd of in het huishouden kwam wonen, telt met zijn eigen geboortedatum.',
			en: 'A child who was adopted or moved in counts with its own date of birth.'
		},
		size: 165_000,
		sizeSource: 'CBS StatLine 82056NED: levend geboren kinderen, 2023',
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Gemiddeld bijna 500 geboorten per gemeente per jaar.',
				en: 'On average almost 500 births per municipality a year.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Gbapersoontab en Gbahuishoudensbus (PLHH 1)'
	}
);
