import { sql } from 'kysely';
import { GBAADRESOBJECTBUS } from '../microdata/tables/gbaadresobjectbus.ts';
import { possibleAtAge } from './ages.ts';
import { whole } from './expressions.ts';
import { lifeEvent } from './life-event.ts';
import { rowsOf } from './sources.ts';
import { NOT_FOR } from './words.ts';

/** Who is this old cannot have a first address of the last three years by being born. */
const YOUNGEST = 5;
const OLDEST = 150;

export const newcomer = lifeEvent(
	{
		name: 'newcomer',
		units: ['household', 'person'],
		needs: [{ table: GBAADRESOBJECTBUS, years: [0] }],
		rows: (scene) => {
			// A start that cannot be read may be long ago.
			const first = sql`min(coalesce(GBADATUMAANVANGADRESHOUDING, 0))`;
			const arrivals = () => sql`(select own.person, own.household, arrival.date
				from ${scene.members} as own join (select person, ${first} as date
					from ${scene.stage.rows(GBAADRESOBJECTBUS, ['GBADATUMAANVANGADRESHOUDING'], scene.offset)} as spell
					group by person having ${first} >= ${whole(scene.since)}) as arrival on arrival.person = own.person
				where own.birth // 10000 <= ${whole(scene.year - YOUNGEST)})`;
			return {
				about: [
					{ source: rowsOf('arrivals', arrivals), date: sql`date`, possible: sql`false` },
					possibleAtAge(scene, YOUNGEST, OLDEST)
				]
			};
		}
	},
	{
		id: 'newcomer',
		version: '1',
		label: { nl: 'Nieuw in Nederland', en: 'New in the Netherlands' },
		rule: {
			nl: 'De persoon, of iemand in het huishouden, is 5 jaar of ouder en kreeg in de afgelopen 36 maanden voor het eerst een adres in de Basisregistratie Personen.',
			en: 'The person, or somebody in the household, is 5 years or older and had a first address in the population register in the past 36 months.'
		},
		comparison: {
			nl: 'Personen van 5 jaar en ouder die al langer ingeschreven zijn, en huishoudens met zo iemand.',
			en: 'Persons aged 5 or over who have been registered for longer, and households with one.'
		},
		approximation: {
			nl: 'De adressen zeggen niet waarom iemand kwam: arbeid, studie, gezin of asiel. Wie terugkwam na een verblijf in het buitenland telt niet mee.',
			en: 'Addresses do not tell why somebody came: work, study, family or asylum. Who came back after a stay abroad does not count.'
		},
		size: 290_000,
		sizeSource:
			'CBS StatLine 85848NED: immigranten zonder Nederlandse nationaliteit, 2023; met jonge kinderen en wie eerder in Nederland woonde',
		lowest: {
			level: 'corop',
			reason: {
				nl: 'Nieuwkomers wonen ongelijk verspreid; in veel gemeenten zijn het er te weinig, en een klein aantal zegt te veel over een bekende groep.',
				en: 'Newcomers live unevenly spread; many municipalities have too few, and a small number tells too much about a known group.'
			}
		},
		direction: 'neither',
		notFor: {
			nl: `${NOT_FOR.nl} Ook niet voor uitspraken over herkomst of verblijfstatus.`,
			en: `${NOT_FOR.en} Nor statements about origin or residence status.`
		},
		source: 'CBS, Gbaadresobjectbus en Gbapersoontab'
	}
);
