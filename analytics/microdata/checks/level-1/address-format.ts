import { sql } from 'kysely';
import { GBAADRESOBJECTBUS } from '../../tables/gbaadresobjectbus.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { fails } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

export const addressFormat: RowRule = {
	id: 'address-format',
	level: 1,
	severity: 'warn',
	title: 'an address key is a letter and a text of at most 32 letters and digits',
	tables: [GBAADRESOBJECTBUS, VSLGWBTAB],
	over: rowsOf,
	broken: () =>
		fails(sql`"SOORTOBJECTNUMMER" between 'A' and 'Z' and length("SOORTOBJECTNUMMER") = 1
			and length("RINOBJECTNUMMER") between 1 and 32 and not contains("RINOBJECTNUMMER", ' ')
			and not contains("RINOBJECTNUMMER", '-')`)
};
