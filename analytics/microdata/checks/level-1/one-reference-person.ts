import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { holds } from '../expressions.ts';
import { HOUSEHOLDS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

/** Institutions (TYPHH 8) have residents and no reference person. */
export const oneReferencePerson: RowRule = {
	id: 'one-reference-person',
	level: 1,
	severity: 'error',
	title: 'a private household has one reference person on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	over: () => HOUSEHOLDS,
	broken: () => holds(sql`type <> 8 and heads <> 1`)
};
