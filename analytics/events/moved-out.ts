import { sql } from 'kysely';
import { whole } from './expressions.ts';
import { householdHistory } from './households.ts';
import { lifeEvent } from './life-event.ts';
import { spellsIn } from './sources.ts';
import { NOT_FOR } from './words.ts';

const YOUNGEST = 16;

export const movedOut = lifeEvent(
	{
		name: 'moved_out',
		units: ['household', 'person'],
		histories: [householdHistory],
		rows: (scene) => ({
			about: [
				{
					source: spellsIn(scene, householdHistory),
					where: sql`(place = 1 or previous_place = 1)
						and (birth is null or birth // 10000 <= ${whole(scene.year - YOUNGEST)})`,
					date: sql`case when previous_place = 1 and place <> 1 and start - birth >= ${whole(YOUNGEST * 10_000)}
						then start end`,
					possible: sql`case when place <> 1 or until < ${whole(scene.since)} then false
						when birth is not null then true end`
				}
			]
		})
	},
	{
		id: 'moved-out',
		version: '1',
		label: { nl: 'Uit huis gegaan', en: 'Left the parental home' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, woonde als kind bij een ouder (PLHH 1) en daarna niet meer, vanaf 16 jaar.',
			en: 'The person, or somebody in the household, lived with a parent as a child (PLHH 1) and then no longer, from the age of 16.'
		},
		comparison: {
			nl: 'Personen van 16 jaar en ouder die in de afgelopen drie kalenderjaren bij een ouder woonden en niet uit huis gingen, en huishoudens met zo iemand.',
			en: 'Persons aged 16 or over who lived with a parent in the past three calendar years and did not leave, and households with one.'
		},
		approximation: {
			nl: 'Ook wie in huis blijft maar er niet meer als kind geldt, bijvoorbeeld na het overlijden van een ouder, telt mee.',
			en: 'Who stays but is no longer a child of the house, for instance after the death of a parent, counts as well.'
		},
		size: null,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'De gemeente waar iemand na het vertrek woont; per wijk zijn er te weinig.',
				en: 'The municipality where somebody lives afterwards; per district there are too few.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Gbahuishoudensbus (PLHH)'
	}
);
