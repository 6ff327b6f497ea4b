import { basename } from 'node:path';
import { sql, type Expression, type RawBuilder } from 'kysely';
import { InputError } from '../errors.ts';
import { below, euros, percentage } from '../indicators/answers.ts';
import { BUFFER_NORM } from '../indicators/buffer-below-norm.ts';
import type { CbsTables, NeededTable } from '../microdata/cbs-tables.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { stapmonColumn, stapmonGiving } from '../microdata/stapmon-source.ts';
import { STAPMON, stapmonNames, type StapmonName } from '../microdata/tables/stapmon.ts';
import type { Fact, Stage, Unit } from './fact.ts';
import { from } from './one-row.ts';
import type { Request } from './requests.ts';

// The Stapelingsmonitor as the only source: a row for each person on 31 December, with the schemes and benefits of the year of
// the person and of the household.

/** The year itself, and those before it, from which histories follow. */
export const stapmonNeeds: readonly NeededTable[] = [
	{ table: STAPMON, years: [0] },
	{ table: STAPMON, years: [-1, -2, -3], optional: true }
];

/**
 * The named facts as the Stapelingsmonitor tells them, histories too: those of the persons who are there on the date, by their
 * own rows of the years before.
 * @throws InputError naming a column that it does not tell
 */
export function stapmonFacts(tables: CbsTables, year: number, facts: readonly Fact[], unit: Unit): Fact[] {
	return facts.map((fact) => {
		const { past } = fact;
		if (past === undefined) return stapmonFact(tables, year, fact, unit);
		const of = stapmonFact(tables, year, past.of, unit);
		return { ...fact, needs: stapmonNeeds, past: { ...past, of } };
	});
}

/**
 * The columns that hold regions, in the classification of the year.
 * @throws InputError naming a region that it does not tell
 */
export function stapmonRegionColumns(
	tables: CbsTables,
	year: number,
	regions: readonly string[],
	unit: Unit
): string[] {
	return regions.map((region) => {
		const name = requireName(tables, year, region, unit);
		return stapmonColumn(tables.file(STAPMON, year)!, name, year)!;
	});
}

/** What `stapmonRegions` asks of a stage. */
export function stapmonRequest(columns: readonly string[]): Request {
	return { table: STAPMON, offset: 0, columns, times: 1 };
}

/** The regions of each unit under their names; of several the lowest codes. */
export function stapmonRegions(
	stage: Stage,
	unit: Unit,
	regions: readonly string[],
	columns: readonly string[]
): RowQuery {
	return from(stage.engine, stage.rows(STAPMON, columns), 'row')
		.groupBy(`row.${unit}`)
		.select(`row.${unit} as unit`)
		.select((eb) => regions.map((region, i) => eb.fn.min(`row.${columns[i]!.toUpperCase()}`).as(region))) as RowQuery;
}

function stapmonFact(tables: CbsTables, year: number, fact: Fact, unit: Unit): Fact {
	const name = requireName(tables, year, fact.column, unit);
	const { column: known, units, values } = fact;
	return {
		column: known,
		units,
		values,
		needs: [{ table: STAPMON, years: [0] }],
		otherwise: null,
		find(stage, counted, offset = 0) {
			const column = stapmonColumn(tables.file(STAPMON, stage.year + offset)!, name, stage.year + offset);
			const rows = from(stage.engine, stage.rows(STAPMON, column === undefined ? [] : [column], offset), 'row');
			return rows
				.groupBy(`row.${counted}`)
				.select(`row.${counted} as unit`)
				.select((eb) => {
					const text = column === undefined ? sql<null>`cast(null as varchar)` : eb.ref(`row.${column.toUpperCase()}`);
					return answer(text as Expression<string | null>, name, fact).as('value');
				}) as RowQuery;
		}
	};
}

/** Of several members a household has what any has, and otherwise the lowest value. */
function answer(text: Expression<string | null>, name: StapmonName, { values }: Fact): RawBuilder<string | null> {
	if (name === 'wealth') return sql`max(${below(euros(text), BUFFER_NORM)})`;
	if (values === 'number') return sql`cast(min(${percentage(text)}) as varchar)`;
	if (values[0] === 'yes') return sql`max(case ${text} when '1' then 'yes' when '0' then 'no' end)`;
	return sql`min(${text})`;
}

function requireName(tables: CbsTables, year: number, column: string, unit: Unit): StapmonName {
	const file = tables.file(STAPMON, year)!;
	const name = stapmonGiving(column, unit);
	if (name === undefined)
		throw new InputError(
			`${basename(file.path)}: the Stapelingsmonitor does not tell column ${column} of a ${unit}. Leave out that column, or add the registers themselves.`
		);
	if (stapmonColumn(file, name, year) === undefined)
		throw new InputError(
			`${basename(file.path)}: column ${stapmonNames(name, year)[0]} is missing, which tells column ${column}. Ask for that theme, or leave out column ${column}.`
		);
	return name;
}
