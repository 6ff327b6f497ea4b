import { sql, type Expression } from 'kysely';
import { named } from '../engine/named.ts';
import { written } from '../engine/written.ts';
import { InputError } from '../errors.ts';
import { INHATAB, TENURES } from '../microdata/tables/inhatab.ts';
import { SECM_CODES, SECMBUS } from '../microdata/tables/secmbus.ts';
import { words, type Characteristic } from './characteristic.ts';
import type { Stage, Told, Unit } from './fact.ts';
import { ofUnit } from './member-characteristics.ts';
import { householdRows, membersOf, personRows } from './sources.ts';
import { toldFact } from './told.ts';

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
		toldFact({
			column: 'age',
			units: ['household', 'person'],
			values: 'number',
			needs: [{ table: INHATAB, years: [0], optional: true }],
			otherwise: null,
			tell: ages
		})
	]
};

function ages(stage: Stage, unit: Unit, offset: number): Told {
	const year = stage.year + offset;
	const years = (birth: Expression<unknown>) =>
		sql`case when ${birth} < ${written((year + 1) * 10_000)} then ${written(year)} - ${birth} // 10000 end`;
	const own = { source: membersOf(stage), columns: [], value: ofUnit(unit, sql`birth`) };
	if (unit === 'person' || !stage.has(INHATAB, offset)) return { parts: [{ ...own, value: years(own.value) }] };
	const earner = { source: householdRows(stage, INHATAB, offset), columns: [], value: sql`birth` };
	return { parts: [earner, own], answer: (births) => years(sql`coalesce(${sql.join(births)})`) };
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
		toldFact({
			column: 'income_source',
			units: ['household', 'person'],
			values: SECM_CODES,
			needs: [
				{ table: INHATAB, years: [0] },
				{ table: SECMBUS, years: [0], optional: true }
			],
			otherwise: null,
			tell: (stage, unit, offset) =>
				unit === 'person' ? category(stage, offset) : ofMainEarner(stage, 'INHBBIHJ', offset)
		})
	]
};

/** The category of a person on the date; of spells that overlap the lowest code. */
function category(stage: Stage, offset: number): Told {
	if (!stage.has(SECMBUS, offset))
		throw new InputError(
			'SECMBUS: column income_source of persons needs this table. Add it, or leave out that column.'
		);
	const date = written((stage.year + offset) * 10_000 + 1231);
	const covers = sql`AANVSECM <= ${date} and coalesce(EINDSECM >= ${date}, true)`;
	const value = sql`min(SECM) filter (where ${covers})`;
	return {
		parts: [{ source: personRows(stage, SECMBUS, offset), columns: ['AANVSECM', 'EINDSECM', 'SECM'], value }]
	};
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
		toldFact({
			column: 'tenure',
			units: ['household'],
			values: TENURES,
			needs: [{ table: INHATAB, years: [0] }],
			otherwise: null,
			tell: (stage, _unit, offset) => ofMainEarner(stage, 'INHEHALGR', offset)
		})
	]
};

/** A column of the row of the household's main earner. */
function ofMainEarner(stage: Stage, column: string, offset: number): Told {
	return { parts: [{ source: householdRows(stage, INHATAB, offset), columns: [column], value: named(column) }] };
}
