import { sql, type Expression } from 'kysely';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { VEHTAB } from '../microdata/tables/vehtab.ts';
import { BIJSTANDUITKERINGTAB } from '../microdata/tables/bijstanduitkeringtab.ts';
import { choice } from '../population/choice.ts';
import type { Part, Stage, Told } from '../population/fact.ts';
import { householdRows } from '../population/sources.ts';
import { toldFact } from '../population/told.ts';
import { column, euros, percentage } from './answers.ts';
import type { Indicator } from './indicator.ts';
import { assistanceState } from './social-assistance.ts';

/** Wealth that social assistance leaves alone, of one person and of others, in euros. */
const FREE_WEALTH: ReadonlyMap<number, readonly [alone: number, others: number]> = new Map([
	[2016, [5_920, 11_840]],
	[2017, [5_940, 11_880]],
	[2018, [6_020, 12_040]],
	[2019, [6_120, 12_240]],
	[2020, [6_225, 12_450]],
	[2021, [6_295, 12_590]],
	[2022, [6_505, 13_010]],
	[2023, [7_605, 15_210]],
	[2024, [7_575, 15_150]]
]);

/** Ages of the main earner: from full social assistance to before state pension. */
const AGES = [21, 65] as const;
/** Income of the main earner from pension or study goes with other schemes. */
const OTHER_SCHEMES = ['25', '26', '31'];
/** Income as a percentage of the social minimum: at or below it. */
const MINIMUM = 101;

function answers(stage: Stage, offset: number): Told {
	const year = stage.year + offset;
	const [alone, others] = FREE_WEALTH.get(year) ?? [null, null];
	const [youngest, oldest] = AGES;
	const income = percentage(column('INHARMSOC'));
	const age = sql`${year} - birth // 10000`;
	const source = householdRows(stage, INHATAB, offset);
	const ofIncome = (value: Expression<unknown>, ...columns: string[]): Part => ({ source, columns, value });
	const wealth = householdRows(stage, VEHTAB, offset);
	return {
		parts: [
			...assistanceState.tell(stage, 'household', offset).parts,
			ofIncome(income, 'INHARMSOC'),
			ofIncome(sql`case when type = 1 then cast(${alone} as double) else cast(${others} as double) end`),
			ofIncome(sql`${age} < ${youngest} or ${age} > ${oldest}`),
			ofIncome(sql`INHBBIHJ in (${sql.join(OTHER_SCHEMES)})`, 'INHBBIHJ'),
			{ source: wealth, columns: ['VEHWVEREXEWH'], value: euros(column('VEHWVEREXEWH')) }
		],
		answer: ([used, percent, limit, otherAge, otherScheme, reserve]) =>
			choice([
				[used!, 'no'],
				[
					sql`${percent} >= ${MINIMUM} or ${reserve} > ${limit} or ${otherAge} or ${otherScheme}`,
					choice([[sql`${percent} is not null`, 'not_entitled']])
				],
				[sql`${percent} < ${MINIMUM} and ${reserve} <= ${limit} and not ${otherAge}`, 'yes']
			])
	};
}

export const entitledNotUsing: Indicator = {
	id: 'entitled-not-using',
	version: '1',
	label: { nl: 'Recht op bijstand, geen bijstand', en: 'Entitled to social assistance, without it' },
	description: {
		nl: 'Huishoudens die recht lijken te hebben op bijstand en die niet krijgen.',
		en: 'Households that seem to be entitled to social assistance and do not receive it.'
	},
	formula: {
		nl: 'Een huishouden lijkt recht te hebben op bijstand als zijn jaarinkomen niet hoger is dan het sociaal minimum (INHARMSOC onder 101), zijn vermogen zonder eigen woning onder de vermogensgrens ligt, en de hoofdkostwinner 21 tot en met 65 jaar is en niet vooral van pensioen of studie leeft. Heeft dan niemand op 31 december bijstand, dan is het "yes". Heeft wel iemand bijstand, dan is het "no". De andere huishoudens zijn "not_entitled".',
		en: 'A household seems entitled to social assistance when its income of the year is not above the social minimum (INHARMSOC below 101), its wealth without the own home is within the limit, and its main earner is 21 to 65 years old and does not mainly live on a pension or a study. When nobody has social assistance on 31 December then, it is "yes"; when somebody has, it is "no". Other households are "not_entitled".'
	},
	exclusions: {
		nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder bekend inkomen over het hele jaar hebben geen uitkomst, behalve als iemand bijstand heeft. Het aandeel gaat over huishoudens die bijstand hebben of er recht op lijken te hebben.',
		en: 'Households in institutions, student households and households whose income is not known for the whole year have no answer, except when somebody has social assistance. The share is about households that have social assistance or seem entitled to it.'
	},
	thresholds: {
		unit: { nl: 'euro vermogen dat vrij blijft', en: 'euros of wealth that are left free' },
		columns: [
			{ nl: 'Alleenstaande', en: 'One person' },
			{ nl: 'Andere huishoudens', en: 'Other households' }
		],
		rows: [...FREE_WEALTH].map(([year, values]) => ({ year, values })),
		source: 'Participatiewet, artikel 34, derde lid; normenbrieven van het ministerie van SZW, 1 januari van elk jaar'
	},
	approximation: {
		nl: 'Het recht op bijstand hangt af van het inkomen en het vermogen in de maand van de aanvraag, van kostendelers en van meer. Hier tellen jaarinkomen en vermogen op 1 januari. Zelfstandigen met weinig winst tellen mee, al is voor hen een andere regeling.',
		en: 'Entitlement depends on income and wealth in the month of the claim, on housemates who share costs, and on more. Here the income of the year and the wealth on 1 January count. Self-employed people with little profit are in, although they have another scheme.'
	},
	source: 'CBS, Inhatab, Vehtab en Bijstanduitkeringtab; Inspectie SZW, Niet-gebruik van de algemene bijstand (2021)',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet om te bepalen wie recht heeft op bijstand, en niet om het bedrag te schatten dat niet wordt uitgekeerd.',
		en: 'Not to decide who is entitled to social assistance, and not to estimate the sum that is not paid out.'
	},
	facts: [
		toldFact({
			column: 'entitled_not_using',
			units: ['household'],
			values: ['yes', 'no', 'not_entitled'],
			needs: [INHATAB, VEHTAB, BIJSTANDUITKERINGTAB].map((table) => ({ table, years: [0] })),
			otherwise: null,
			tell: (stage, _unit, offset) => answers(stage, offset)
		})
	]
};
