import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../microdata/tables/bijstanduitkeringtab.ts';
import { INPATAB } from '../microdata/tables/inpatab.ts';
import { amountOf, comparableYears, latestYearEnd, yearlyAmounts } from './amounts.ts';
import { list, whole, type Rows } from './expressions.ts';
import { lifeEvent, type Scene, type Telling } from './life-event.ts';
import { ASSISTED, changes, ENTREPRENEUR, socioEconomicHistory, UNEMPLOYED } from './socio-economic.ts';
import { rowsOf, tableRows } from './sources.ts';
import { NOT_FOR } from './words.ts';

const ASSISTANCE = ['BIJSTANDStatistiekcodeA', 'BIJSTANDAanvangUitkeringPersoon1A'];

export const businessTrouble = lifeEvent(
	{
		name: 'business_trouble',
		units: ['household', 'person'],
		histories: [socioEconomicHistory],
		needs: [
			{ table: BIJSTANDUITKERINGTAB, years: [0] },
			{ table: BIJSTANDUITKERINGTAB, years: [-1, -2], optional: true },
			{ table: INPATAB, years: [0] },
			{ table: INPATAB, years: [-1, -2, -3], optional: true }
		],
		rows: (scene) => {
			const { stage, offset } = scene;
			const assistedYears = [0, 1, 2].filter((ago) => stage.has(BIJSTANDUITKERINGTAB, offset - ago));
			const incomeYears = comparableYears(scene, INPATAB);
			return {
				about: [
					changes(scene, { from: ENTREPRENEUR, to: [UNEMPLOYED, ASSISTED], among: ENTREPRENEUR }),
					...assistedYears.map((ago) => assisted(scene, ago)),
					profitHalved(scene, incomeYears)
				],
				complete: assistedYears.length === 3 && incomeYears.length === 3
			};
		}
	},
	{
		id: 'business-trouble',
		version: '1',
		label: { nl: 'Ondernemer in zwaar weer', en: 'Business in trouble' },
		rule: {
			nl: 'Een van drie dingen gebeurde met de persoon of iemand in het huishouden. Een ondernemer (SECM 12 of 13) kwam binnen 31 dagen in de WW of de bijstand (21 of 22). Of er begon bijstand voor zelfstandigen (Bbz, code 14 of 20). Of het inkomen uit werk en onderneming (INPPERSPRIM) van iemand die een heel kalenderjaar hetzelfde soort ondernemer was, viel in dat jaar onder de helft van het jaar ervoor.',
			en: 'One of three things happened to the person or somebody in the household. An entrepreneur (SECM 12 or 13) came to unemployment benefit or social assistance (21 or 22) within 31 days. Or social assistance for the self-employed began (Bbz, code 14 or 20). Or the income from work and business (INPPERSPRIM) of somebody who was the same kind of entrepreneur for a whole calendar year fell in that year below half of the year before.'
		},
		comparison: {
			nl: 'Personen die in de afgelopen drie kalenderjaren ondernemer waren zonder deze problemen, en huishoudens met zo iemand.',
			en: 'Persons who were entrepreneurs in the past three calendar years without this trouble, and households with one.'
		},
		approximation: {
			nl: 'De tabellen hebben geen winst. INPPERSPRIM telt ook loon mee. Belastingschulden van ondernemers en faillissementen zitten er niet in.',
			en: 'The tables do not hold profit. INPPERSPRIM includes wages as well. Tax debts of entrepreneurs and bankruptcies are not in them.'
		},
		size: null,
		lowest: {
			level: 'corop',
			reason: {
				nl: 'Per gemeente gaat het om te weinig ondernemers per jaar.',
				en: 'Per municipality it concerns too few entrepreneurs a year.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Secmbus, Bijstanduitkeringtab en Inpatab'
	}
);

/** Bbz that began: 14 and 20 of the code list. */
function assisted(scene: Scene, ago: number): Telling {
	return {
		source: tableRows(scene, BIJSTANDUITKERINGTAB, ASSISTANCE, ago),
		where: sql`BIJSTANDStatistiekcodeA in ('14', '20')`,
		date: sql`BIJSTANDAanvangUitkeringPersoon1A`,
		possible: sql`false`
	};
}

function profitHalved(scene: Scene, years: readonly number[]): Telling {
	const { year } = scene;
	const halved = (ago: number) => sql`start <= ${whole((year - ago - 1) * 10_000 + 1231)}
		and until >= ${whole((year - ago) * 10_000 + 1231)}
		and ${amountOf(ago + 1)} > 0 and ${amountOf(ago)} * 2 < ${amountOf(ago + 1)}`;
	return {
		source: rowsOf('profits', () => profits(scene)),
		date: latestYearEnd(scene, years, halved),
		possible: sql`false`
	};
}

/** The spells of members as entrepreneurs, with their yearly incomes. */
function profits(scene: Scene): Rows {
	const entrepreneurs = sql`(select person, household, start, until from ${scene.spells(socioEconomicHistory)} as spell
		where category in (${list(ENTREPRENEUR)}))`;
	const incomes = yearlyAmounts(scene, INPATAB, 'INPPERSPRIM', entrepreneurs);
	return sql`(select own.household, own.start, own.until, yearly.*
		from ${entrepreneurs} as own join ${incomes} as yearly on yearly.person = own.person)`;
}
