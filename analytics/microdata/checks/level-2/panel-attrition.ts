import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { partAbove } from '../expressions.ts';
import { PANEL } from '../relations/panel.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.05;

/** About 1% die in a year and 1% leave the country. */
export const panelAttrition: RowRule = {
	id: 'panel-attrition',
	level: 2,
	severity: 'warn',
	title: 'no more than 5% of the persons in households a year earlier are in none now',
	tables: [GBAHUISHOUDENSBUS],
	over: () => PANEL,
	broken: () => partAbove(sql`gone`, sql`earlier`, SHARE)
};
