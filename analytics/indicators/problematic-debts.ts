import { sql, type Expression } from 'kysely';
import { named } from '../engine/named.ts';
import {
	debtColumn,
	debtDates,
	SCHULDENPROBLEMATIEKTAB,
	type DebtDefinition
} from '../microdata/tables/schuldenproblematiektab.ts';
import { choice, type Choice } from '../population/choice.ts';
import type { Part, Stage } from '../population/fact.ts';
import { personRows } from '../population/sources.ts';
import { toldFact } from '../population/told.ts';
import { QUARTERS } from './spells.ts';
import { history, pathFact } from './history.ts';
import type { Indicator } from './indicator.ts';

/**
 * Whether one member has the flag. Members are those of the household register: the household that the debt file itself names
 * may be another one, and then a person could change two households. Who is in no row has no answer.
 */
function debtState(column: string, definition: DebtDefinition) {
	return toldFact({
		column,
		units: ['household', 'person'],
		values: ['yes', 'no'],
		needs: [{ table: SCHULDENPROBLEMATIEKTAB, years: [0] }],
		otherwise: null,
		tell(stage, unit, offset) {
			const flag = flagOf(stage, debtColumn(definition, unit, `${stage.year + offset + 1}0101`), offset);
			return { parts: [flag], answer: ([value]) => flagged(value!, 'yes', 'no') };
		}
	});
}

/** The first of the year's four reference dates with the flag, when it was not there a quarter of a year before. */
const quarter = toldFact({
	column: 'problematic_debts_inflow_quarter',
	units: ['household', 'person'],
	values: QUARTERS,
	needs: [
		{ table: SCHULDENPROBLEMATIEKTAB, years: [0] },
		{ table: SCHULDENPROBLEMATIEKTAB, years: [-1], optional: true }
	],
	otherwise: null,
	tell(stage, unit, offset) {
		const year = stage.year + offset;
		const [before, ...dates] = [`${year}0101`, ...debtDates(year)].map((date) => debtColumn(12, unit, date)) as [
			string
		];
		if (!stage.has(SCHULDENPROBLEMATIEKTAB, offset - 1)) return { parts: [], answer: () => sql`cast(null as varchar)` };
		return {
			parts: [flagOf(stage, before, offset - 1), ...dates.map((date) => flagOf(stage, date, offset))],
			answer: firstFlag
		};
	}
});

/** What lies before the first flag must be known: without it nobody can tell when the debts began. */
function firstFlag([start, ...flags]: readonly Expression<unknown>[]): Expression<unknown> {
	const first = flags.reduceRight<Choice | string>((later, flag, i) => flagged(flag, QUARTERS[i]!, later), 'none');
	return flagged(start!, 'already', first);
}

/** By what a flag is; null when it is neither. */
function flagged(flag: Expression<unknown>, one: string, nought: Choice | string): Choice {
	return choice([
		[sql`${flag} = 1`, one],
		[sql`${flag} = 0`, nought]
	]);
}

/** The highest value of a flag among the members of a unit, 1 or 0. */
function flagOf(stage: Stage, name: string, offset: number): Part {
	const value = sql`max(cast(case ${named(name)} when '1' then 1 when '0' then 0 end as utinyint))`;
	return { source: personRows(stage, SCHULDENPROBLEMATIEKTAB, offset), columns: [name], value };
}

const TWELVE_CRITERIA = {
	nl: 'een Wsnp-traject; een schuldregeling of een betalingsachterstand die bij het BKR staat; onder bewind of curatele wegens schulden; zes maanden of langer geen zorgpremie betaald; een verkeersboete van 50 euro of meer die na twee aanmaningen openstaat; een schuld van 50 euro of meer aan toeslagen (langer dan 27 maanden) of andere belastingen (langer dan 15 maanden); een belastingschuld die als oninbaar is afgeboekt; een achterstand bij DUO van drie maanden of langer en 270 euro of meer; een vordering van de gemeente wegens bijstand; of een schuld bij UWV, SVB of het CAK',
	en: 'a Wsnp procedure; a debt settlement or payment arrears registered at BKR; administration or guardianship because of debts; six months or more of unpaid health-insurance premium; a traffic fine of 50 euros or more that is open after two reminders; a debt of 50 euros or more for allowances (over 27 months) or other taxes (over 15 months); a tax debt written off as uncollectible; arrears at DUO of three months or more and 270 euros or more; a claim of the municipality for social assistance; or a debt with UWV, SVB or CAK'
};

const EXCLUSIONS = {
	nl: 'Wie niet in het schuldenbestand staat, heeft geen uitkomst. Schulden bij familie, webwinkels en creditcards staan niet in de registers en tellen dus niet mee.',
	en: 'Those who are not in the debt file have no answer. Debts with family, web shops and credit cards are not in the registers and so do not count.'
};

const NOT_FOR = {
	nl: 'Niet om één huishouden te benaderen of te beoordelen: CBS-gegevens mogen alleen voor statistiek worden gebruikt. Een lager aandeel betekent niet dat er minder schulden zijn buiten de registers.',
	en: 'Not to approach or judge any one household: data of Statistics Netherlands may serve statistics only. A lower share does not mean that there are fewer debts outside the registers.'
};

const twelve = debtState('problematic_debts', 12);

export const problematicDebts: Indicator = {
	id: 'problematic-debts',
	version: '1',
	label: { nl: 'Geregistreerde problematische schulden', en: 'Registered problematic debts' },
	description: {
		nl: 'Huishoudens met problematische schulden die ergens geregistreerd zijn.',
		en: 'Households with problematic debts that are registered somewhere.'
	},
	formula: {
		nl: `Een huishouden telt mee als ten minste één persoon op 1 januari na het jaar voldoet aan een van de twaalf criteria van het CBS (smalle definitie): ${TWELVE_CRITERIA.nl}. Een persoon telt mee als hij zelf aan een criterium voldoet.`,
		en: `A household counts when on 1 January after the year at least one person meets one of the twelve criteria of Statistics Netherlands (narrow definition): ${TWELVE_CRITERIA.en}. A person counts when he or she meets a criterion.`
	},
	exclusions: EXCLUSIONS,
	source:
		'CBS, Schuldenproblematiekbestanden (smalle_def_problematische_schulden_HH); CBS 2021/26, Schuldenproblematiek in beeld',
	direction: 'higher is worse',
	notFor: NOT_FOR,
	facts: [twelve, ...history(twelve), pathFact(twelve), quarter]
};

export const problematicDebtsTenCriteria: Indicator = {
	id: 'problematic-debts-10',
	version: '1',
	label: { nl: 'Problematische schulden (10 criteria)', en: 'Problematic debts (10 criteria)' },
	description: {
		nl: 'Huishoudens met geregistreerde problematische schulden, volgens de eerste definitie.',
		en: 'Households with registered problematic debts, by the first definition.'
	},
	formula: {
		nl: 'Een huishouden telt mee als ten minste één persoon op 1 januari na het jaar voldoet aan een van de tien criteria die het CBS eerst gebruikte: dezelfde als bij twaalf criteria, maar zonder vorderingen wegens bijstand en zonder schulden bij UWV, SVB en het CAK voor eigen bijdragen.',
		en: 'A household counts when on 1 January after the year at least one person meets one of the ten criteria that Statistics Netherlands used first: those of the twelve, but without claims for social assistance and debts with UWV, SVB and CAK for own contributions.'
	},
	exclusions: EXCLUSIONS,
	approximation: {
		nl: 'De naam van de kolom voor tien criteria is niet openbaar en is aangenomen. Staat de kolom niet in het bestand, dan is de uitkomst onbekend.',
		en: 'The name of the column for ten criteria is not public and is assumed. When the file lacks it, the answer is unknown.'
	},
	source: 'CBS, Schuldenproblematiekbestanden (problematische_schulden_HH); CBS 2021/26, Schuldenproblematiek in beeld',
	direction: 'higher is worse',
	notFor: NOT_FOR,
	facts: [debtState('problematic_debts_10', 10)]
};
