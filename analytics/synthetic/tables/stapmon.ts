import { SECM } from '../secm.ts';
import { DISABILITY_BENEFIT, UNEMPLOYMENT_BENEFIT } from '../write-year.ts';
import { CODE } from './forms.ts';
import { household, person, selected, type CbsFile } from './sql.ts';

/** Flags of who has a spell on the last day of the year. */
const running = (table: string, year: number, where = 'true'): string =>
	`cast(m.person in (select person from ${table} where since <= ${year}1231 and until >= ${year}1231 and ${where}) as tinyint)`;
const flag = (condition: string): string => `cast(${condition} as tinyint)`;

/**
 * The Stapelingsmonitor of a year, derived from the same staging tables as all others: a complete source by itself. Poverty is not
 * in it: what it asks for is derived elsewhere.
 */
export function stapmon(year: number): CbsFile {
	const columns: readonly (readonly [expression: string, name: string])[] = [
		[CODE.sql('m.since'), 'datumaanvanghh'],
		[CODE.sql('h.type'), 'typehh'],
		[`(${year}1231 - p.birth) // 10000`, 'leeftijd'],
		[CODE.sql('m.source'), 'belanginkbronpers'],
		['code[1:4]', 'gem'],
		['code[1:6]', 'wc'],
		['code', 'bc'],
		['i.minimum', 'percsm'],
		[`case when i.low < 0 then null else ${flag('i.low < 100')} end`, 'laagink'],
		[`case when i.low4 < 0 then null else ${flag('i.low4 < 100')} end`, 'langlaagink'],
		['cast((m.debt >> 3) & 1 as tinyint)', 'smalle_schuld'],
		['cast((m.debt >> 7) & 1 as tinyint)', 'smalle_schuld_huishouden'],
		[running('default_spell', year), 'wanbetaler_zorgverzekering'],
		[running('wsnp_spell', year), 'wsnp'],
		[running('position_spell', year, `code = ${SECM.assistance}`), 'bijstand'],
		[flag(`m.benefits & ${UNEMPLOYMENT_BENEFIT} > 0`), 'ww'],
		[flag(`m.benefits & ${DISABILITY_BENEFIT} > 0`), 'ao'],
		[`case when i.low < -1 then null else i.financial - i.other_debts end`, 'vermogenhhexcl'],
		[flag('i.tenure = 3'), 'huurtoeslag']
	];
	const listed = columns.map(([expression, name]) => `${expression} as ${name}_${year}`).join(', ');
	const keys = [...person('m.person'), household(`huishoudnr_${year}`, 'm.household')];
	const query = `select ${selected(keys)}, ${listed}
		from member_${year} m join income_${year} i using (earner) join person p on p.person = m.person
		join (select person, type from household_spell where since <= ${year}1231 and until >= ${year}1231 and since <= until) h
			on h.person = m.person
		join (select person, address from address_spell where since <= ${year}1231 and until >= ${year}1231 and since <= until) a
			on a.person = m.person
		join address using (address) join buurt using (buurt)`;
	return { table: 'STAPMON', name: `STAPMON${year}TABV1`, query };
}
