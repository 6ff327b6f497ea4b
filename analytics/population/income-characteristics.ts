import { sql } from 'kysely';
import { written } from '../engine/written.ts';
import { InputError } from '../errors.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { INHATAB, TENURES } from '../microdata/tables/inhatab.ts';
import { OPEN_END } from '../microdata/tables/keys.ts';
import { SECM_CODES, SECMBUS } from '../microdata/tables/secmbus.ts';
import { words, type Characteristic } from './characteristic.ts';
import type { Stage, Unit } from './fact.ts';
import { from, fromRelation } from './one-row.ts';

// What the income statistics tell of a household, found through its main earner.

export const age: Characteristic = {
	column: 'age',
	label: { nl: 'Leeftijd', en: 'Age' },
	description: {
		nl: 'Leeftijd op 31 december. Bij huishoudens die van de hoofdkostwinner, of zonder hoofdkostwinner die van de referentiepersoon.',
		en: 'Age on 31 December. For households that of the main earner, or without one that of the reference person.'
	},
	source: 'CBS, Gbapersoontab; CBS, Inhatab (hoofdkostwinner)',
	facts: [
		{
			column: 'age',
			units: ['household', 'person'],
			values: 'number',
			needs: [{ table: INHATAB, years: [0], optional: true }],
			otherwise: null,
			find: (stage, unit, offset = 0) => ages(stage, unit, offset)
		}
	]
};

function ages(stage: Stage, unit: Unit, offset: number): RowQuery {
	const year = stage.year + offset;
	const members = fromRelation(stage.engine, `${stage.members} as own`);
	const years = (birth: unknown) =>
		sql<number | null>`case when ${birth} < ${written((year + 1) * 10_000)}
			then ${written(year)} - ${birth} // 10000 end`.as('value');
	if (unit === 'person')
		return members.select('own.person as unit').select((eb) => years(eb.ref('own.birth'))) as RowQuery;
	const heads = members.where(sql<boolean>`own.reference`).select('own.household as unit');
	if (!stage.has(INHATAB, offset)) return heads.select((eb) => years(eb.ref('own.birth'))) as RowQuery;
	return heads
		.leftJoin(stage.rows(INHATAB, [], offset).as('income'), 'income.household', 'own.household')
		.leftJoin(`${stage.members} as earner`, 'earner.person', 'income.person')
		.select(
			(eb) => years(eb.fn.coalesce('earner.birth' as never, 'own.birth' as never)) as never
		) as unknown as RowQuery;
}

export const incomeSource: Characteristic = {
	column: 'income_source',
	label: { nl: 'Belangrijkste bron van inkomen', en: 'Main source of income' },
	description: {
		nl: 'Van huishoudens: de belangrijkste bron van inkomen in het jaar. Van personen: die op 31 december.',
		en: 'Of households: the main source of income in the year. Of persons: that on 31 December.'
	},
	codes: words({
		11: ['Werknemer', 'Employee'],
		12: ['Directeur-grootaandeelhouder', 'Director and major shareholder'],
		13: ['Zelfstandig ondernemer', 'Entrepreneur'],
		14: ['Overige zelfstandige', 'Other self-employed'],
		15: ['Meewerkend gezinslid', 'Works in the family'],
		21: ['Werkloosheidsuitkering', 'Unemployment benefit'],
		22: ['Bijstand', 'Social assistance'],
		23: ['Andere sociale voorziening', 'Other social provision'],
		24: ['Ziekte of arbeidsongeschiktheid', 'Sickness or disability benefit'],
		25: ['Pensioen', 'Pension'],
		26: ['Scholier of student met inkomen', 'Pupil or student with income'],
		31: ['Scholier of student zonder inkomen', 'Pupil or student without income'],
		32: ['Overig, zonder inkomen', 'Other, without income']
	}),
	source: 'CBS, Inhatab (INHBBIHJ); CBS, Secmbus (SECM)',
	facts: [
		{
			column: 'income_source',
			units: ['household', 'person'],
			values: SECM_CODES,
			needs: [
				{ table: INHATAB, years: [0] },
				{ table: SECMBUS, years: [0], optional: true }
			],
			otherwise: null,
			find: (stage, unit, offset = 0) =>
				unit === 'person' ? categories(stage, offset) : ofMainEarner(stage, 'INHBBIHJ', offset)
		}
	]
};

/** The category of each person on the date; of spells that overlap the lowest code. */
function categories(stage: Stage, offset: number): RowQuery {
	if (!stage.has(SECMBUS, offset))
		throw new InputError(
			'SECMBUS: column income_source of persons needs this table. Add it, or leave out that column.'
		);
	const date = `${stage.year + offset}1231`;
	return from(stage.engine, stage.rows(SECMBUS, ['AANVSECM', 'EINDSECM', 'SECM'], offset), 'spell')
		.where('spell.AANVSECM', '<=', date)
		.where((eb) => eb(eb.fn.coalesce('spell.EINDSECM', eb.val(OPEN_END)), '>=', date))
		.groupBy('spell.person')
		.select((eb) => ['spell.person as unit', eb.fn.min('spell.SECM').as('value')]) as RowQuery;
}

export const tenure: Characteristic = {
	column: 'tenure',
	label: { nl: 'Koop of huur', en: 'Owned or rented' },
	description: {
		nl: 'Of de woning van het huishouden zelf is of gehuurd.',
		en: 'Whether the home is owned or rented.'
	},
	codes: words({
		1: ['Eigen woning', 'Own home'],
		2: ['Huur zonder huurtoeslag', 'Rented, without rent allowance'],
		3: ['Huur met huurtoeslag', 'Rented, with rent allowance'],
		8: ['Instelling', 'Institution'],
		9: ['Onbekend', 'Unknown']
	}),
	source: 'CBS, Inhatab (INHEHALGR)',
	facts: [
		{
			column: 'tenure',
			units: ['household'],
			values: TENURES,
			needs: [{ table: INHATAB, years: [0] }],
			otherwise: null,
			find: (stage, _unit, offset = 0) => ofMainEarner(stage, 'INHEHALGR', offset)
		}
	]
};

/** A column of the row of the household's main earner. */
function ofMainEarner(stage: Stage, column: string, offset: number): RowQuery {
	return from(stage.engine, stage.rows(INHATAB, [column], offset), 'income').select([
		'income.household as unit',
		`income.${column} as value`
	]) as RowQuery;
}
