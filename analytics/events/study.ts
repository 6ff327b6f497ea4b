import { sql } from 'kysely';
import { possibleAtAge } from './ages.ts';
import { list } from './expressions.ts';
import { householdHistory } from './households.ts';
import { lifeEvent, type Scene, type Telling } from './life-event.ts';
import { changes, socioEconomicHistory, STUDENT } from './socio-economic.ts';
import { rowsOf } from './sources.ts';
import { NOT_FOR } from './words.ts';

export const study = lifeEvent(
	{
		name: 'study',
		units: ['household', 'person'],
		histories: [socioEconomicHistory, householdHistory],
		rows: (scene) => ({
			about: [changes(scene, { to: STUDENT }), leftHomeAsStudent(scene), possibleAtAge(scene, 16, 34)]
		})
	},
	{
		id: 'study',
		version: '1',
		label: { nl: 'Gaan studeren', en: 'Started to study' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, werd scholier of student (SECM 26 of 31) na iets anders, of ging uit huis bij de ouders in een kalenderjaar waarin hij of zij student was.',
			en: 'The person, or somebody in the household, became a pupil or student (SECM 26 or 31) after something else, or left the parental home in a calendar year in which he or she was a student.'
		},
		comparison: {
			nl: 'Personen van 16 tot en met 34 jaar die niet gingen studeren, en huishoudens met zo iemand.',
			en: 'Persons aged 16 to 34 who did not start to study, and households with one.'
		},
		approximation: {
			nl: 'Wie thuis blijft wonen en van school meteen door gaat naar een studie, verandert niet van SECM en telt niet mee.',
			en: 'Who stays at home and goes from school straight on to a study does not change in SECM and does not count.'
		},
		size: null,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Studenten wonen vooral in studentensteden. Studentenhuishoudens vallen buiten de inkomenscijfers.',
				en: 'Students mostly live in university towns. Student households are outside the figures on income.'
			}
		},
		direction: 'neither',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus en Gbahuishoudensbus (PLHH)'
	}
);

function leftHomeAsStudent({ spells }: Scene): Telling {
	const left = () => sql`(select home.person, home.household, home.start
		from ${spells(householdHistory)} as home
		join ${spells(socioEconomicHistory)} as work on work.person = home.person
		where home.previous_place = 1 and home.place <> 1 and work.category in (${list(STUDENT)})
			and work.start // 10000 <= home.start // 10000 and work.until // 10000 >= home.start // 10000)`;
	return { source: rowsOf('students who left home', left), date: sql`start`, possible: sql`false` };
}
