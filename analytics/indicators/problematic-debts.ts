import { sql, type Expression } from 'kysely';

/**
 * Registered problematic debts, version 1: the narrow definition of CBS at household level, as its file gives it on
 * 1 January after the period. A household that the file does not hold has no answer.
 * Source: CBS, Schuldenproblematiekbestanden, smalle_def_problematische_schulden_HH.
 */
export const problematicDebts = { id: 'problematic-debts', version: '1', column: 'problematic_debts' } as const;

/** The column that holds the flag for a period. */
export function debtColumn(year: number): string {
	return `smalle_def_problematische_schulden_HH_${year + 1}0101`;
}

/** 'yes', 'no' or null, from the flag 1 or 0 as text. */
export function debtCode(flag: Expression<unknown>): Expression<string | null> {
	return sql`case when ${flag} = '1' then 'yes' when ${flag} = '0' then 'no' end`;
}
