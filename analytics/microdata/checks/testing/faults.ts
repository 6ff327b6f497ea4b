import { appendFileSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TinyTables } from '../../testing/tiny-tables.ts';
import { addRows, moveHalf, unlinkedTown } from './crowd.ts';

/** A change to good tables that breaks one rule about one table. */
export interface Fault {
	/** "key-unique/GBAPERSOONTAB". */
	readonly rule: string;
	readonly change?: (tables: TinyTables) => void;
	/** A change to the files, once they are written. */
	readonly files?: (dir: string) => void;
	/** Years of the good tables; 2023 when absent. */
	readonly years?: readonly number[];
	/** Persons who live alone, added to the good tables first. */
	readonly crowd?: number;
}

const PERSONS = 'GBAPERSOON2023TABV1';
const HOUSEHOLDS = 'GBAHUISHOUDENS2023BUSV1';
const ADDRESSES = 'GBAADRESOBJECT2023BUSV1';
const PLACES = 'VSLGWB2024TABV1';
const PARTNERS = 'GBAVERBINTENISPARTNER2023BUSV1';
const PARENTS = 'KINDOUDER2023TABV1';
const DEATHS = 'GBAOVERLIJDEN2023TABV1';
const LINKS = 'KOPPELPERSOONHUISHOUDEN2023TABV1';
const INCOMES = 'INHA2023TABV1';
const PERSON_INCOMES = 'INPA2023TABV1';
const WEALTH = 'VEH2023TABV1';
const HOUSING = 'WOONLASTEN2023TABV1';
const CATEGORIES = 'SECM2023BUSV1';
const ASSISTANCE = 'BIJSTANDUITKERINGTAB2023V1';
const UNEMPLOYMENT = 'WUSUITKERING1A202312TABV1';
const DEBTS = 'SCHULDENPROBLEMATIEK2023TABV1';
const DEFAULTS = 'ZVWWANBETALERS2023TABV1';
const WSNP = 'WSNP2023TABV1';
const MONITOR = 'STAPMON2023TABV1';

/** One field of one row gets another value. */
function set(table: string, row: number, column: string, value: string): (tables: TinyTables) => void {
	return (tables) => {
		const found = tables[table]![row]!;
		if (!(column in found)) throw new Error(`${table} has no ${column}`);
		found[column] = value;
	};
}

/** A row is added, like another one but for some fields. */
function add(table: string, row: number, fields: Record<string, string> = {}): (tables: TinyTables) => void {
	return (tables) => void tables[table]!.push({ ...tables[table]![row]!, ...fields });
}

const OWN = 'smalle_def_problematische_schulden_20240101';
const OF_HOUSEHOLD = 'smalle_def_problematische_schulden_HH_20240101';

export const faults: readonly Fault[] = [
	{ rule: 'file-present/INHATAB', files: (dir) => unlinkSync(join(dir, `${INCOMES}.csv`)) },
	{ rule: 'file-present/INHATAB', files: (dir) => writeFileSync(join(dir, `${INCOMES}.csv`), '') },
	{ rule: 'columns/INHATAB', change: (t) => t[INCOMES]!.forEach((row) => delete row.INHARMLAG) },
	{ rule: 'columns-once/INHATAB', change: (t) => t[INCOMES]!.forEach((row) => (row.inharmlag = '1')) },
	{
		rule: 'columns-once/SCHULDENPROBLEMATIEKTAB',
		change: (t) => t[DEBTS]!.forEach((row) => (row[OF_HOUSEHOLD.toUpperCase()] = '1'))
	},
	{ rule: 'year-columns/SCHULDENPROBLEMATIEKTAB', change: (t) => t[DEBTS]!.forEach((row) => delete row[OF_HOUSEHOLD]) },
	{
		rule: 'year-columns/VSLGWBTAB',
		change: (t) => {
			for (const row of t[PLACES]!) for (const name of ['wc2023', 'bc2024']) delete row[name];
		}
	},
	{ rule: 'year-columns/GBAOVERLIJDENTAB', change: (t) => t[DEATHS]!.forEach((row) => delete row.GBADATUMOVERLIJDEN) },
	{ rule: 'well-formed/INHATAB', files: (dir) => appendFileSync(join(dir, `${INCOMES}.csv`), 'R;"000000009;1\n') },
	{ rule: 'well-formed/INHATAB', files: (dir) => appendFileSync(join(dir, `${INCOMES}.csv`), 'R;000000009;1;7\n') },
	{
		rule: 'not-empty/WSNPTAB',
		files: (dir) => {
			const path = join(dir, `${WSNP}.csv`);
			writeFileSync(path, `${readFileSync(path, 'utf8').split('\n')[0]!}\n`);
		}
	},
	{ rule: 'kinds/GBAPERSOONTAB', change: set(PERSONS, 0, 'RINPERSOONS', 'RR') },
	{ rule: 'kinds/KINDOUDERTAB', change: set(PARENTS, 0, 'RINPERSOONSpa', 'X') },
	{ rule: 'no-markup/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'HUISHOUDNR', '=1+2') },
	{ rule: 'no-markup/GBAADRESOBJECTBUS', change: set(ADDRESSES, 0, 'RINOBJECTNUMMER', '<b>1</b>') },
	{ rule: 'numbers/INHATAB', change: set(INCOMES, 0, 'INHBESTINKH', 'NaN') },
	{ rule: 'numbers/VEHTAB', change: set(WEALTH, 0, 'VEHW1110FINH', '12.5') },
	{ rule: 'valid-dates/GBAADRESOBJECTBUS', change: set(ADDRESSES, 0, 'GBADATUMAANVANGADRESHOUDING', '20200231') },
	{ rule: 'valid-dates/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'DATUMEINDEHH', '') },
	{ rule: 'valid-dates/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'DATUMAANVANGHH', '2020-1-1') },
	{ rule: 'valid-dates/GBAOVERLIJDENTAB', change: set(DEATHS, 0, 'GBADATUMOVERLIJDEN', 'soon') },

	{ rule: 'address-format/GBAADRESOBJECTBUS', change: set(ADDRESSES, 0, 'RINOBJECTNUMMER', '0-1') },
	{ rule: 'address-format/VSLGWBTAB', change: set(PLACES, 0, 'SOORTOBJECTNUMMER', '--') },
	{ rule: 'allowances/INPATAB', change: set(PERSON_INCOMES, 0, 'INPPH868ZTS', '-5') },
	{ rule: 'amount-range/INHATAB', change: set(INCOMES, 0, 'INHBESTINKH', '-6000000000') },
	{ rule: 'assistance-running/BIJSTANDUITKERINGTAB', change: set(ASSISTANCE, 0, 'BIJSTANDIndicatieLopendA', '1') },
	{ rule: 'birth-month-day/GBAPERSOONTAB', change: set(PERSONS, 0, 'GBAGEBOORTEMAAND', '13') },
	{ rule: 'birth-month-day/GBAPERSOONTAB', change: set(PERSONS, 0, 'GBAGEBOORTEDAG', '00') },
	{ rule: 'birth-year/GBAPERSOONTAB', change: set(PERSONS, 0, 'GBAGEBOORTEJAAR', '2024') },
	{ rule: 'code-lists/GBAPERSOONTAB', change: set(PERSONS, 0, 'GBAGESLACHT', '7') },
	{ rule: 'code-lists/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'TYPHH', '9') },
	{ rule: 'code-lists/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'PLHH', '11') },
	{ rule: 'code-lists/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 1, 'REFPERSOONHH', '2') },
	{ rule: 'code-lists/AOTOTUITKERINGATAB', change: set('AOTOTUITKERINGA202312TABV1', 0, 'AOTotWetcodeV2', '6') },
	{ rule: 'counts/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 0, 'AANTALKINDHH', '-1') },
	{
		rule: 'debt-definitions/SCHULDENPROBLEMATIEKTAB',
		change: set(DEBTS, 2, 'problematische_schulden_20231001', '1')
	},
	{ rule: 'debt-flag/SCHULDENPROBLEMATIEKTAB', change: set(DEBTS, 0, OF_HOUSEHOLD, '2') },
	{ rule: 'debt-household-agrees/SCHULDENPROBLEMATIEKTAB', change: set(DEBTS, 0, OF_HOUSEHOLD, '0') },
	{ rule: 'debt-household-cause/SCHULDENPROBLEMATIEKTAB', change: set(DEBTS, 1, OWN, '0') },
	{ rule: 'debt-person-household/SCHULDENPROBLEMATIEKTAB', change: set(DEBTS, 2, OWN, '1') },
	{ rule: 'duplicate-rows/INHATAB', change: add(INCOMES, 0) },
	{ rule: 'duplicate-rows/VSLGWBTAB', change: add(PLACES, 0) },
	{ rule: 'household-agrees/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 1, 'TYPHH', '2') },
	{ rule: 'household-children/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 2, 'AANTALKINDHH', '1') },
	{ rule: 'household-key/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 2, 'HUISHOUDNR', '') },
	{ rule: 'household-size/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 2, 'AANTALPERSHH', '3') },
	{ rule: 'household-type/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 2, 'PLHH', '7') },
	{ rule: 'housing-costs/WOONLASTENTAB', change: set(HOUSING, 0, 'WOONLASTEN', '-1') },
	{ rule: 'income-order/INHATAB', change: set(INCOMES, 0, 'INHBRUTINKH', '20000') },
	{ rule: 'institution-income/INHATAB', change: set(INCOMES, 0, 'INHARMLAG', '-2') },
	{ rule: 'key-format/GBAPERSOONTAB', change: set(PERSONS, 3, 'RINPERSOON', '4') },
	{ rule: 'key-format/GBAPERSOONTAB', change: set(PERSONS, 3, 'RINPERSOON', '+00000004') },
	{ rule: 'key-format/KINDOUDERTAB', change: set(PARENTS, 0, 'RINPERSOONMa', '00000002x') },
	{ rule: 'key-unique/GBAPERSOONTAB', change: add(PERSONS, 0, { GBAGESLACHT: '2' }) },
	{ rule: 'key-unique/GBAHUISHOUDENSBUS', change: add(HOUSEHOLDS, 0, { HUISHOUDNR: 'H9' }) },
	{ rule: 'key-unique/VSLGWBTAB', change: add(PLACES, 0, { gem2024: '0518' }) },
	{
		rule: 'linkable/INPATAB',
		crowd: 120,
		change: (t) => t[PERSON_INCOMES]!.forEach((row, i) => (row.RINPERSOONS = i % 5 === 0 ? 'S' : 'R'))
	},
	{ rule: 'long-term-low-income/INHATAB', change: set(INCOMES, 1, 'INHARMLAGL', '80') },
	{ rule: 'missing-amounts/INHATAB', change: set(INCOMES, 0, 'INHBESTINKH', '99999999999') },
	{ rule: 'missing-amounts/VEHTAB', change: set(WEALTH, 0, 'VEHW1110FINH', '999999999') },
	{ rule: 'one-household/GBAHUISHOUDENSBUS', change: add(HOUSEHOLDS, 3, { DATUMAANVANGHH: '20210101' }) },
	{ rule: 'one-reference-person/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 1, 'REFPERSOONHH', '1') },
	{ rule: 'one-reference-person/GBAHUISHOUDENSBUS', change: set(HOUSEHOLDS, 2, 'REFPERSOONHH', '0') },
	{ rule: 'open-ends/SECMBUS', change: set(CATEGORIES, 0, 'EINDSECM', '20240315') },
	{ rule: 'parent-not-self/KINDOUDERTAB', change: set(PARENTS, 0, 'RINPERSOONpa', '000000004') },
	{ rule: 'parent-not-self/KINDOUDERTAB', change: set(PARENTS, 0, 'RINPERSOONpa', '000000002') },
	{ rule: 'partner-mutual/GBAVERBINTENISPARTNERBUS', change: (t) => void t[PARTNERS]!.shift() },
	{
		rule: 'partner-not-self/GBAVERBINTENISPARTNERBUS',
		change: set(PARTNERS, 0, 'RINPERSOONVERBINTENISP', '000000001')
	},
	{ rule: 'partnership-end/GBAVERBINTENISPARTNERBUS', change: set(PARTNERS, 0, 'REDENBEEINDIGINGVERBINTENIS', 'S') },
	{ rule: 'partnership-end/GBAVERBINTENISPARTNERBUS', change: set(PARTNERS, 2, 'REDENBEEINDIGINGVERBINTENIS', '') },
	{ rule: 'percentages/INHATAB', change: set(INCOMES, 0, 'INHARMLAG', '-7') },
	{ rule: 'percentages/INHATAB', change: set(INCOMES, 0, 'INHARMSOC', 'NaN') },
	{ rule: 'region-codes/VSLGWBTAB', change: set(PLACES, 0, 'bc2024', '05180101') },
	{ rule: 'spell-order/GBAADRESOBJECTBUS', change: set(ADDRESSES, 0, 'GBADATUMEINDEADRESHOUDING', '20191231') },
	{ rule: 'spell-overlap/SECMBUS', change: set(CATEGORIES, 1, 'EINDSECM', '20230501') },
	{ rule: 'spell-overlap/GBAADRESOBJECTBUS', change: add(ADDRESSES, 0, { GBADATUMAANVANGADRESHOUDING: '20210101' }) },
	{ rule: 'spell-start/ZVWWANBETALERSTAB', change: set(DEFAULTS, 0, 'AANVANGWANBETALER', '20240101') },
	{ rule: 'standardised-income/INHATAB', change: set(INCOMES, 0, 'INHGESTINKH', '22000') },
	{ rule: 'stapmon-flags/STAPMON', change: set(MONITOR, 0, 'bijstand_2023', '2') },
	{ rule: 'stapmon-ranges/STAPMON', change: set(MONITOR, 0, 'leeftijd_2023', '121') },
	{ rule: 'stray-keys/INPATAB', change: set(PERSON_INCOMES, 3, 'RINPERSOON', '0') },
	{ rule: 'unemployment-amount/WUSUITKERING1ATAB', change: set(UNEMPLOYMENT, 0, 'WUSBedragTw1A', '0') },
	{ rule: 'wealth-balance/VEHTAB', change: set(WEALTH, 0, 'VEHW1000VERH', '911') },
	{ rule: 'wealth-parts/VEHTAB', change: set(WEALTH, 0, 'VEHW1120ONRH', '11') },
	{ rule: 'wsnp-length/WSNPTAB', change: set(WSNP, 0, 'AANVANGWSNP', '20170101') },

	{ rule: 'address-known/GBAHUISHOUDENSBUS', change: (t) => void t[ADDRESSES]!.pop() },
	{ rule: 'age-range/GBAHUISHOUDENSBUS', change: set(PERSONS, 0, 'GBAGEBOORTEJAAR', '1901') },
	{ rule: 'dead-members/GBAHUISHOUDENSBUS', change: set(DEATHS, 0, 'RINPERSOON', '000000001') },
	{ rule: 'earner-known/KOPPELPERSOONHUISHOUDEN', change: (t) => void t[INCOMES]!.pop() },
	{
		rule: 'earner-listed/VEHTAB',
		crowd: 120,
		change: (t) => void t[INCOMES]!.splice(60)
	},
	{ rule: 'income-household-linked/INHATAB', change: set(INCOMES, 1, 'INHAHL', '2') },
	{ rule: 'income-household-linked/INHATAB', change: set(LINKS, 2, 'RINPERSOONHKW', '000000002') },
	{ rule: 'merger-totals/VSLGWBTAB', change: (t) => moveHalf(t, PLACES) },
	{ rule: 'municipality-codes/VSLGWBTAB', change: set(PLACES, 0, 'gem2024', '9999') },
	{
		rule: 'panel-attrition/GBAHUISHOUDENSBUS',
		crowd: 120,
		years: [2022, 2023],
		change: (t) =>
			t[HOUSEHOLDS]!.slice(-20).forEach((row) => {
				row.DATUMEINDEHH = '20230615';
			})
	},
	{ rule: 'parent-known/KINDOUDERTAB', change: set(PARENTS, 0, 'RINPERSOONMa', '000000077') },
	{ rule: 'parent-older/KINDOUDERTAB', change: set(PERSONS, 0, 'GBAGEBOORTEJAAR', '1995') },
	{ rule: 'partner-known/GBAVERBINTENISPARTNERBUS', change: set(PARTNERS, 0, 'RINPERSOONVERBINTENISP', '000000077') },
	{ rule: 'person-known/GBAHUISHOUDENSBUS', change: (t) => void t[PERSONS]!.pop() },
	{ rule: 'place-known/GBAADRESOBJECTBUS', change: (t) => void t[PLACES]!.pop() },
	{ rule: 'place-vintages/VSLGWBTAB', change: (t) => moveHalf(t, PLACES) },
	{ rule: 'register-known/WSNPTAB', change: set(WSNP, 0, 'RINPERSOON', '000000077') },
	{
		rule: 'revision-size/INHATAB',
		crowd: 120,
		years: [2022, 2023],
		change: (t) => void t[INCOMES]!.splice(80)
	},
	{
		rule: 'same-person/GBAPERSOONTAB',
		years: [2022, 2023],
		change: (t) => {
			t.GBAPERSOON2022TABV1 = t[PERSONS]!.map((row, i) => ({ ...row, GBAGESLACHT: i === 0 ? '2' : row.GBAGESLACHT! }));
		}
	},

	{
		rule: 'assistance-category/BIJSTANDUITKERINGTAB',
		change: (t) => addRows(t, ASSISTANCE, 120, { BIJSTANDEindeUitkeringPersoon1A: '88888888' })
	},
	{
		rule: 'category-assistance/SECMBUS',
		crowd: 120,
		change: (t) => t[CATEGORIES]!.forEach((row) => (row.SECM = '22'))
	},
	{ rule: 'debt-coverage/SCHULDENPROBLEMATIEKTAB', crowd: 120, change: (t) => void t[DEBTS]!.splice(-10) },
	{
		rule: 'debt-households/SCHULDENPROBLEMATIEKTAB',
		crowd: 120,
		change: (t) => t[DEBTS]!.slice(-20).forEach((row) => (row.DATUMAANVANGHH = '20190101'))
	},
	{ rule: 'linked-incomes/KOPPELPERSOONHUISHOUDEN', crowd: 2200, change: (t) => unlinkedTown(t, 1100) },
	{
		rule: 'married-places/GBAHUISHOUDENSBUS',
		crowd: 120,
		change: (t) => t[HOUSEHOLDS]!.forEach((row) => (row.PLHH = '4'))
	},
	{ rule: 'register-age/WUSUITKERING1ATAB', change: set(PERSONS, 1, 'GBAGEBOORTEJAAR', '1950') },
	{ rule: 'register-age/ZVWWANBETALERSTAB', change: set(PERSONS, 1, 'GBAGEBOORTEJAAR', '2008') },
	{
		rule: 'stapmon-debts/STAPMON',
		crowd: 120,
		change: (t) => t[MONITOR]!.forEach((row) => (row.smalle_schuld_2023 = row.smalle_schuld_2023 === '1' ? '0' : '1'))
	},
	{ rule: 'stapmon-members/STAPMON', crowd: 120, change: (t) => void t[MONITOR]!.splice(-10) },
	{ rule: 'unemployment-category/WUSUITKERING1ATAB', change: (t) => addRows(t, UNEMPLOYMENT, 120, {}) },

	{
		rule: 'age-pyramid/GBAHUISHOUDENSBUS',
		crowd: 1200,
		change: (t) => t[PERSONS]!.forEach((row) => (row.GBAGEBOORTEJAAR = '1980'))
	},
	{
		rule: 'register-debts/WSNPTAB',
		crowd: 120,
		change: (t) => addRows(t, WSNP, 120, { EINDEWSNP: '88888888' })
	},
	{
		rule: 'sex-ratio/GBAHUISHOUDENSBUS',
		crowd: 1200,
		change: (t) => t[PERSONS]!.forEach((row) => (row.GBAGESLACHT = '1'))
	}
];
