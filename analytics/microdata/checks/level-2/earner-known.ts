import { sql } from 'kysely';
import { KOPPELPERSOONHUISHOUDEN } from '../../tables/koppelpersoonhuishouden.ts';
import { INCOME_HOUSEHOLDS } from '../relations/incomes.ts';
import type { RowRule } from '../rule.ts';

export const earnerKnown: RowRule = {
	id: 'earner-known',
	level: 2,
	severity: 'warn',
	title: 'the main earner in KOPPELPERSOONHUISHOUDEN has a household in INHATAB',
	tables: [KOPPELPERSOONHUISHOUDEN],
	over: () => INCOME_HOUSEHOLDS,
	broken: () => sql<boolean>`not listed`
};
