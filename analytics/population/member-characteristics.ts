import { sql, type Expression, type RawBuilder } from 'kysely';
import { named } from '../engine/named.ts';
import { HOUSEHOLD_PLACES, HOUSEHOLD_TYPES } from '../microdata/tables/gbahuishoudensbus.ts';
import { words, type Characteristic } from './characteristic.ts';
import type { Fact, Unit } from './fact.ts';
import { membersOf } from './sources.ts';
import { toldFact } from './told.ts';

// What the members themselves tell: who lives with whom.

const HOUSEHOLDS = 'CBS, Gbahuishoudensbus';

export const householdType: Characteristic = {
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

export const householdSize: Characteristic = {
	column: 'household_size',
	label: { nl: 'Grootte van het huishouden', en: 'Size of the household' },
	description: {
		nl: 'Het aantal personen in het huishouden op 31 december van wie de sleutel geldig is.',
		en: 'The number of persons in the household on 31 December whose key is valid.'
	},
	source: HOUSEHOLDS,
	facts: [memberCount('household_size', sql`true`)]
};

export const children: Characteristic = {
	column: 'children',
	label: { nl: 'Thuiswonende kinderen', en: 'Children at home' },
	description: {
		nl: 'Het aantal thuiswonende kinderen in het huishouden op 31 december, van elke leeftijd.',
		en: 'The number of children living at home on 31 December, of any age.'
	},
	source: `${HOUSEHOLDS} (PLHH 1)`,
	facts: [memberCount('children', sql`place = 1`)]
};

export const sex: Characteristic = {
	column: 'sex',
	label: { nl: 'Geslacht', en: 'Sex' },
	description: { nl: 'Geslacht in de BRP.', en: 'Sex as registered in the BRP.' },
	codes: words({ 1: ['Man', 'Man'], 2: ['Vrouw', 'Woman'] }),
	source: 'CBS, Gbapersoontab (GBAGESLACHT)',
	facts: [memberFact('sex', ['person'], ['1', '2'], 'sex')]
};

export const position: Characteristic = {
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

/** A fact that the members relation holds: of households that of the reference person. */
function memberFact(column: string, units: readonly Unit[], values: readonly string[], source: string): Fact {
	return toldFact({
		column,
		units,
		values,
		needs: [],
		otherwise: null,
		tell: (stage, unit) => ({
			parts: [{ source: membersOf(stage), columns: [], value: sql`cast(${ofUnit(unit, named(source))} as varchar)` }]
		})
	});
}

/** A column of the members relation: of households that of the reference person. */
export function ofUnit(unit: Unit, column: Expression<unknown>): RawBuilder<unknown> {
	return unit === 'household' ? sql`max(${column}) filter (where reference)` : sql`max(${column})`;
}

function memberCount(column: string, counts: Expression<unknown>): Fact {
	return toldFact({
		column,
		units: ['household'],
		values: 'number',
		needs: [],
		otherwise: null,
		tell: (stage) => ({
			parts: [{ source: membersOf(stage), columns: [], value: sql`count(*) filter (where ${counts})` }]
		})
	});
}
