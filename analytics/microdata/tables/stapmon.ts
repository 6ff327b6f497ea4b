import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/** A theme column of the Stapelingsmonitor. */
export interface StapmonColumn {
	/** Each name that it has had, without the _ and the year that may follow; {year} and {next} stand for years. */
	readonly names: readonly string[];
	/** The column of the analysis file that it gives, when each unit is a person, and when it is a household. */
	readonly person?: string;
	readonly household?: string;
	/** What it tells, and how. */
	readonly means: string;
}

/** Text of every theme column for persons of whom the Stapelingsmonitor tells nothing. */
export const OUTSIDE_STAPMON = 'Niet in populatie stapelingsmonitor';

/**
 * The columns that Voorzicht reads. A household is told by `number` and `since` together; facts of a household are those of
 * all its members, or of any of them, as `means` says.
 */
export const STAPMON_COLUMNS = {
	number: { names: ['huishoudnr'], means: 'number of the household in the BRP; unique with its first day only' },
	since: { names: ['datumaanvanghh'], means: 'first day of the household' },
	type: { names: ['typehh'], household: 'household_type', means: 'TYPHH of the household, 1 to 8' },
	age: { names: ['leeftijd'], person: 'age', means: 'age of the person on 31 December' },
	source: {
		names: ['belanginkbronpers'],
		person: 'income_source',
		means: 'main source of income of the person, in codes of SECM'
	},
	gemeente: {
		names: ['gem', 'gem{year}'],
		person: 'gemeente',
		household: 'gemeente',
		means: 'municipality of the address on 31 December, on the classification of the year itself'
	},
	wijk: { names: ['wc', 'wc{year}'], person: 'wijk', household: 'wijk', means: 'wijk of the address, as gemeente' },
	buurt: { names: ['bc', 'bc{year}'], person: 'buurt', household: 'buurt', means: 'buurt of the address, as gemeente' },
	socialMinimum: {
		names: ['percsm'],
		household: 'income_social_minimum_percent',
		means: 'income of the household as a percentage of the social minimum; -1 unknown, -2 institution, -3 students'
	},
	lowIncome: { names: ['laagink'], household: 'low_income', means: 'household below the low-income threshold, 1 or 0' },
	longLowIncome: {
		names: ['langlaagink'],
		household: 'long_term_low_income',
		means: 'household below the low-income threshold for at least four years, 1 or 0'
	},
	poverty: { names: ['armoede'], household: 'poverty', means: 'poor household, definition of 2024, 1 or 0; from 2018' },
	longPoverty: { names: ['langarmoede'], means: 'poor for years in a row, 1 or 0; from 2018' },
	debts: {
		names: ['smalle_schuld', 'smalle_def_problematische_schulden_{next}0101'],
		person: 'problematic_debts',
		means: 'registered problematic debts of the person, 12 criteria, 1 or 0; from 2019'
	},
	householdDebts: {
		names: ['smalle_schuld_huishouden', 'smalle_def_problematische_schulden_HH_{next}0101'],
		household: 'problematic_debts',
		means: 'registered problematic debts in the household, 12 criteria, 1 or 0; from 2019'
	},
	healthInsurance: {
		names: ['wanbetaler_zorgverzekering'],
		person: 'health_insurance_default',
		household: 'health_insurance_default',
		means: 'health-insurance defaulter on 31 December, 1 or 0; a household when any member is one'
	},
	wsnp: {
		names: ['wsnp'],
		person: 'wsnp',
		household: 'wsnp',
		means: 'in statutory debt restructuring, 1 or 0; a household when any member is'
	},
	assistance: {
		names: ['bijstand'],
		person: 'social_assistance',
		household: 'social_assistance',
		means: 'social assistance, 1 or 0; a household when any member has it'
	},
	specialAssistance: {
		names: ['bijzondere_bijstand', 'bijzonderebijstand'],
		means: 'bijzondere bijstand in the year, 1 or 0'
	},
	unemployment: {
		names: ['ww'],
		person: 'unemployment_benefit',
		household: 'unemployment_benefit',
		means: 'unemployment benefit, 1 or 0; a household when any member has it'
	},
	disability: {
		names: ['ao'],
		person: 'disability_benefit',
		household: 'disability_benefit',
		means: 'disability benefit, 1 or 0; a household when any member has it'
	},
	sickness: { names: ['ziektewet'], means: 'sickness benefit, 1 or 0' },
	wealth: {
		names: ['vermogenhhexcl'],
		household: 'buffer_below_norm',
		means: 'wealth of the household without its own home, in euros: a buffer below the norm when smaller than the norm'
	},
	rentAllowance: { names: ['huurtoeslag'], means: 'huurtoeslag in the household, 1 or 0' }
} as const satisfies Readonly<Record<string, StapmonColumn>>;

export type StapmonName = keyof typeof STAPMON_COLUMNS;

/**
 * Every name that a column can have in the file of a year, likeliest first; letter case does not matter. Reference dates lie on
 * the first day after the year; the first files named that of the year's beginning.
 */
export function stapmonNames(column: StapmonName, year: number): string[] {
	const { names } = STAPMON_COLUMNS[column];
	const dated = names.flatMap((name) =>
		[year + 1, year].map((next) => name.replace('{next}', String(next)).replace('{year}', String(year)))
	);
	return [...new Set(dated)].flatMap((name) => [`${name}_${year}`, name]);
}

const anyName = Object.values<StapmonColumn>(STAPMON_COLUMNS)
	.flatMap(({ names }) => names)
	.map((name) => name.replace(/\{(next|year)\}/, '\\d{4}'));

export const STAPMON: CbsTable = {
	name: 'STAPMON',
	row: 'one person in the BRP on 31 December, with the schemes and benefits that the person or the household used in the year',
	fileName: /^(?:STAPMON|STAPELINGSMONITOR)(?:TAB|_)?(?<year>\d{4})(?:TAB)?(?:V(?<version>\d+))?$/i,
	examples: ['STAPMON2023TABV1', 'STAPELINGSMONITOR2023V1'],
	kind: 'year',
	of: 'person',
	columns: PERSON_KEY,
	yearColumns: new RegExp(`^(?:${anyName.join('|')})(?:_\\d{4})?$`, 'i'),
	types: keyTypes(PERSON_KEY),
	key: PERSON_KEY,
	codes: {},
	missing: ['', OUTSIDE_STAPMON, '-1', '-2', '-3'],
	consent: 'the owners of the sources of wsnp, wanbetaler_zorgverzekering and smalle_schuld',
	assumed:
		'The file has a row for each person in the BRP on 31 December and all themes in one file, flags are 1 and 0, belanginkbronpers has the codes of SECM, and regions may be called gem2023 as well as gem_2023. Other columns are those of public research code.',
	source:
		'CBS, Stapelingsmonitor (STAPMON): stapeling van regelingen en voorzieningen; geen officieel publicatiebestand'
};
