import { sql, type Expression } from 'kysely';

/**
 * Low income, version 1: household income below the low-income threshold of CBS, INHARMLAG (income as a percentage of
 * the threshold) below 100. Negative codes (unknown, institution, student household) and 9999999999 have no answer.
 * Source: CBS, Inhatab; "Begrippen: lage-inkomensgrens".
 */
export const lowIncome = { id: 'low-income', version: '1', column: 'low_income', from: 'INHARMLAG' } as const;

const THRESHOLD = 100;
const MISSING = 9_999_999_999;

/** 'yes', 'no' or null, from a finite number or null. */
export function lowIncomeCode(inharmlag: Expression<number | null>): Expression<string | null> {
	return sql`case when ${inharmlag} >= 0 and ${inharmlag} < ${THRESHOLD} then 'yes'
		when ${inharmlag} >= ${THRESHOLD} and ${inharmlag} < ${MISSING} then 'no' end`;
}
