import { sql } from 'kysely';
import type { CharacteristicDefinition } from '../contract/definition.ts';
import type { Text } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { HOUSEHOLD_PLACES, HOUSEHOLD_TYPES } from '../microdata/tables/gbahuishoudensbus.ts';
import { INHATAB, TENURES } from '../microdata/tables/inhatab.ts';
import { SECM_CODES, SECMBUS } from '../microdata/tables/secmbus.ts';
import { OPEN_END } from '../microdata/tables/keys.ts';
import type { Fact, Stage, Unit } from './fact.ts';
import { from, fromRelation } from './one-row.ts';

/** A characteristic that figures are broken down by: what it is, in words, and its column. */
export interface Characteristic extends CharacteristicDefinition {
	readonly facts: readonly [Fact];
}

const HOUSEHOLDS = 'CBS, Gbahuishoudensbus';

const householdType: Characteristic = {
	column: 'household_type',
	label: { nl: 'Soort huishouden', en: 'Type of household' },
	description: {
		nl: 'Het soort huishouden van de referentiepersoon, of bij personen dat van de persoon zelf.',
		en: 'The type of household of the reference person, or for persons that of the person.'
	},
	codes: words({
		1: ['Eenpersoonshuishouden', 'One-person household'],
		2: ['Ongehuwd paar zonder kinderen', 'Unmarried couple, no children'],
		3: ['Gehuwd paar zonder kinderen', 'Married couple, no children'],
		4: ['Ongehuwd paar met kinderen', 'Unmarried couple with children'],
		5: ['Gehuwd paar met kinderen', 'Married couple with children'],
		6: ['Eenoudergezin', 'Single parent'],
		7: ['Overig huishouden', 'Other household'],
		8: ['Institutioneel huishouden', 'Institutional household']
	}),
	source: `${HOUSEHOLDS} (TYPHH)`,
	facts: [memberFact('household_type', ['household', 'person'], HOUSEHOLD_TYPES, 'type')]
};

const age: Characteristic = {
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
		sql<string | null>`case when ${birth} < ${(year + 1) * 10_000}
			then cast(cast(${year} - (${birth} - ${birth} % 10000) / 10000 as integer) as varchar) end`.as('value');
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

const incomeSource: Characteristic = {
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

const tenure: Characteristic = {
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

const householdSize: Characteristic = {
	column: 'household_size',
	label: { nl: 'Grootte van het huishouden', en: 'Size of the household' },
	description: {
		nl: 'Het aantal personen in het huishouden op 31 december van wie de sleutel geldig is.',
		en: 'The number of persons in the household on 31 December whose key is valid.'
	},
	source: HOUSEHOLDS,
	facts: [memberCount('household_size', '1 = 1')]
};

const children: Characteristic = {
	column: 'children',
	label: { nl: 'Thuiswonende kinderen', en: 'Children at home' },
	description: {
		nl: 'Het aantal thuiswonende kinderen in het huishouden op 31 december, van elke leeftijd.',
		en: 'The number of children living at home on 31 December, of any age.'
	},
	source: `${HOUSEHOLDS} (PLHH 1)`,
	facts: [memberCount('children', "place = '1'")]
};

const sex: Characteristic = {
	column: 'sex',
	label: { nl: 'Geslacht', en: 'Sex' },
	description: { nl: 'Geslacht in de BRP.', en: 'Sex as registered in the BRP.' },
	codes: words({ 1: ['Man', 'Man'], 2: ['Vrouw', 'Woman'] }),
	source: 'CBS, Gbapersoontab (GBAGESLACHT)',
	facts: [memberFact('sex', ['person'], ['1', '2'], 'sex')]
};

const position: Characteristic = {
	column: 'position',
	label: { nl: 'Plaats in het huishouden', en: 'Position in the household' },
	description: {
		nl: 'De plaats van de persoon in het huishouden.',
		en: 'The position of the person in the household.'
	},
	codes: words({
		1: ['Thuiswonend kind', 'Child at home'],
		2: ['Alleenstaande', 'Living alone'],
		3: ['Ongehuwde partner zonder kinderen', 'Unmarried partner, no children'],
		4: ['Gehuwde partner zonder kinderen', 'Married partner, no children'],
		5: ['Ongehuwde partner met kinderen', 'Unmarried partner with children'],
		6: ['Gehuwde partner met kinderen', 'Married partner with children'],
		7: ['Ouder in eenoudergezin', 'Single parent'],
		8: ['Referentiepersoon in overig huishouden', 'Reference person of another household'],
		9: ['Overig lid', 'Other member'],
		10: ['Lid van institutioneel huishouden', 'Member of an institutional household']
	}),
	source: `${HOUSEHOLDS} (PLHH)`,
	facts: [memberFact('position', ['person'], HOUSEHOLD_PLACES, 'place')]
};

export const characteristics: readonly Characteristic[] = [
	householdType,
	age,
	incomeSource,
	tenure,
	householdSize,
	children,
	sex,
	position
];

/** A fact that the members relation holds: of households that of the reference person. */
function memberFact(column: string, units: readonly Unit[], values: readonly string[], source: string): Fact {
	return {
		column,
		units,
		values,
		needs: [],
		otherwise: null,
		find: ({ engine, members }, unit) => {
			const rows = fromRelation(engine, `${members} as own`);
			const counted = unit === 'household' ? rows.where(sql<boolean>`own.reference`) : rows;
			return counted.select([`own.${unit} as unit`, `own.${source} as value`]) as RowQuery;
		}
	};
}

function memberCount(column: string, condition: string): Fact {
	return {
		column,
		units: ['household'],
		values: 'number',
		needs: [],
		otherwise: null,
		find: ({ engine, members }) =>
			fromRelation(engine, members)
				.groupBy('household')
				.select('household as unit')
				.select(
					sql<string>`cast(sum(case when ${sql.raw(condition)} then 1 else 0 end) as varchar)`.as('value')
				) as RowQuery
	};
}

/** A column of the row of the household's main earner. */
function ofMainEarner(stage: Stage, column: string, offset: number): RowQuery {
	return from(stage.engine, stage.rows(INHATAB, [column], offset), 'income').select([
		'income.household as unit',
		`income.${column} as value`
	]) as RowQuery;
}

function words(codes: Record<string, readonly [nl: string, en: string]>): Readonly<Record<string, Text>> {
	return Object.fromEntries(Object.entries(codes).map(([code, [nl, en]]) => [code, { nl, en }]));
}
