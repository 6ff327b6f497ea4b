import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { fails } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

/** HUISHOUDNR alone is not unique: with the first day of the household it is. */
export const householdKey: RowRule = {
	id: 'household-key',
	level: 1,
	severity: 'error',
	title: 'a household has a number of at most 12 characters and a first day',
	tables: [GBAHUISHOUDENSBUS, SCHULDENPROBLEMATIEKTAB],
	over: rowsOf,
	broken: () => fails(sql`length("HUISHOUDNR") between 1 and 12 and "DATUMAANVANGHH" is not null`)
};
