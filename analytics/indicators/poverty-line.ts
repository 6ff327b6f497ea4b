import { sql, type Expression } from 'kysely';
import { written } from '../engine/written.ts';
import type { ThresholdTable } from '../contract/definition.ts';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { VEHTAB } from '../microdata/tables/vehtab.ts';
import type { Stage, TableNeed, Told } from '../population/fact.ts';
import { householdRows, membersOf } from '../population/sources.ts';
import { column, euros, percentage } from './answers.ts';

/*
 * The poverty line of 2023 in euros a month: 1,510 alone; 2,535 for a couple with two young children; 2,910 for a couple with
 * two teenagers; 2,500 for one parent with two teenagers. They fix what each member adds: a teenager (2,500 - 1,510) / 2 = 495,
 * a second adult 2,910 - 2,500 = 410, a young child (2,535 - 1,510 - 410) / 2 = 307.50. Here they are by the year.
 */
const ALONE = 12 * 1_510;
const MORE_ADULT = 12 * 410;
const TEENAGER = 12 * 495;
const YOUNG_CHILD = 12 * 307.5;

/** Consumer prices, average of the year, 2015 = 100. */
const PRICES: ReadonlyMap<number, number> = new Map([
	[2016, 100.32],
	[2017, 101.7],
	[2018, 103.44],
	[2019, 106.16],
	[2020, 107.51],
	[2021, 110.39],
	[2022, 121.43],
	[2023, 126.08],
	[2024, 130.3]
]);
const LINE_YEAR = 2023;

export const povertyNeeds: readonly TableNeed[] = [
	{ table: INHATAB, years: [0] },
	{ table: VEHTAB, years: [0] }
];

/** What is known of a household: income and line in euros a year, and financial assets in euros. */
export interface PovertyLine {
	readonly income: Expression<number | null>;
	readonly line: Expression<number | null>;
	readonly assets: Expression<number | null>;
}

/** The answer of each household from its income, its line and its assets; none in years whose prices are not in the table. */
export function againstLine(
	stage: Stage,
	offset: number,
	answer: (household: PovertyLine) => Expression<string | null>
): Told {
	const year = stage.year + offset;
	const factor = PRICES.has(year) ? PRICES.get(year)! / PRICES.get(LINE_YEAR)! : null;
	const [income, wealth] = [householdRows(stage, INHATAB, offset), householdRows(stage, VEHTAB, offset)];
	const known = sql`case when ${percentage(column('INHARMLAG'))} is not null then ${euros(column('INHBESTINKH'))} end`;
	const assets = sql`coalesce(${euros(column('VEHW1110FINH'))}, ${euros(column('VEHWVEREXEWH'))})`;
	return {
		parts: [
			{ source: income, columns: ['INHARMLAG', 'INHBESTINKH'], value: known },
			{ source: wealth, columns: ['VEHW1110FINH', 'VEHWVEREXEWH'], value: assets },
			{ source: membersOf(stage), columns: [], value: needs(year) }
		],
		answer: ([euros, reserve, needed]) =>
			answer({
				income: euros as Expression<number | null>,
				line: sql<number>`${factor} * ${needed}`,
				assets: reserve as Expression<number | null>
			})
	};
}

/** What the members need in euros of `LINE_YEAR`, by age at the end of the year, of unknown age as adults; those born later are not there yet. */
function needs(year: number): Expression<number> {
	const bornFrom = (first: number) => sql`birth >= ${written(first * 10_000)}`;
	const bornBefore = (end: number) => sql`birth < ${written(end * 10_000)}`;
	const count = (condition: Expression<unknown>) => sql<number>`count(*) filter (where ${condition})`;
	const adults = count(sql`birth is null or ${bornBefore(year - 17)}`);
	const teenagers = count(sql`${bornFrom(year - 17)} and ${bornBefore(year - 11)}`);
	const young = count(sql`${bornFrom(year - 11)} and ${bornBefore(year + 1)}`);
	return sql`(${ALONE} + ${MORE_ADULT} * greatest(${adults} - 1, 0) + ${TEENAGER} * ${teenagers} + ${YOUNG_CHILD} * ${young})`;
}

/** Lines in whole euros a month for the four households that were published for 2023. */
export const povertyThresholds: ThresholdTable = {
	unit: { nl: 'euro per maand, netto', en: 'euros a month, after tax' },
	columns: [
		{ nl: 'Alleenstaande', en: 'One person' },
		{ nl: 'Paar met twee jonge kinderen', en: 'Couple with two young children' },
		{ nl: 'Paar met twee tieners', en: 'Couple with two teenagers' },
		{ nl: 'Eén ouder met twee tieners', en: 'One parent with two teenagers' }
	],
	rows: [...PRICES].map(([year, price]) => ({
		year,
		values: [ALONE, ALONE + MORE_ADULT + 2 * YOUNG_CHILD, ALONE + MORE_ADULT + 2 * TEENAGER, ALONE + 2 * TEENAGER].map(
			(line) => Math.round((line * price) / PRICES.get(LINE_YEAR)! / 12)
		)
	})),
	source:
		'2023: CBS, SCP en Nibud, Naar een nieuwe armoedegrens (2024); andere jaren naar de consumentenprijsindex, CBS StatLine 83131NED'
};
