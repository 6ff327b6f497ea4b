import type { RowQuery } from '../../microdata/rows.ts';
import { decoded } from '../fact-codes.ts';
import type { Fact, Unit } from '../fact.ts';
import { from } from '../one-row.ts';
import type { PreparedStage } from '../steps.ts';
import { unitCodes } from '../units.ts';

/** As `unitCodes`, with each fact as text. */
export async function unitRows(stage: PreparedStage, facts: readonly Fact[], unit: Unit): Promise<RowQuery> {
	return from(stage.engine, await unitCodes(stage, facts, unit), 'coded')
		.select('coded.unit')
		.select((eb) =>
			facts.map(({ column, values }) => decoded(values, eb.ref(`coded.${column}`)).as(column))
		) as unknown as RowQuery;
}
