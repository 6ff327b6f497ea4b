import { endOf } from '../months.ts';
import { AMOUNT, CODE, COUNT, FLAG, WIDE_AMOUNT } from './forms.ts';
import { cbsFile, earner, household, person, recent, since, until, type CbsFile, type Column } from './sql.ts';
import { column, computed, constant, type Value } from './values.ts';

// Tables of incomes, wealth and registered debts.

const MISSING = 9999999999;
const MISSING_WEALTH = 99999999999;

export function positions(year: number): CbsFile {
	const columns: Column[] = [...person(), since('AANVSECM'), until('EINDSECM', year), ['SECM', column('code'), CODE]];
	return cbsFile('SECMBUS', `SECM${year}BUSV1`, {
		columns,
		table: 'position_spell',
		where: recent(year)
	});
}

export function incomeLinks(year: number): CbsFile {
	const name = `KOPPELPERSOONHUISHOUDEN${year}TABV1`;
	return cbsFile('KOPPELPERSOONHUISHOUDEN', name, { columns: [...person(), ...earner()], table: `member_${year}` });
}

/** What the low-income threshold is of the European poverty line, in per cent (ours). */
const EUROPEAN = 82;
const european = (name: string): Value =>
	computed(
		`case when ${name} < 0 then ${name} else greatest(1, ${name} * ${EUROPEAN} // 100) end`,
		[name],
		(percentage) => (percentage < 0 ? percentage : Math.max(1, Math.floor((percentage * EUROPEAN) / 100)))
	);

export function incomes(year: number): CbsFile {
	const money = (name: string, amount: string): Column => [
		name,
		computed(`case when low < 0 then ${MISSING} else ${amount} end`, ['low', amount], (low, euros) =>
			low < 0 ? MISSING : euros
		),
		WIDE_AMOUNT
	];
	const columns: Column[] = [
		...earner(),
		['INHAHL', column('size'), COUNT],
		['INHARMEUR', european('low'), COUNT],
		['INHARMEURL', european('low4'), COUNT],
		['INHARMLAG', column('low'), COUNT],
		['INHARMLAGL', column('low4'), COUNT],
		['INHARMSOC', column('minimum'), COUNT],
		['INHARMSOCL', column('minimum4'), COUNT],
		['INHBBIHJ', column('source'), CODE],
		money('INHBESTINKH', 'disposable'),
		money('INHBRUTINKH', 'gross'),
		money('INHGESTINKH', 'standard'),
		['INHEHALGR', column('tenure'), CODE],
		money('INHPRIMINKH', 'primary_income')
	];
	return cbsFile('INHATAB', `INHA${year}TABV1`, { columns, table: `income_${year}` });
}

const atLeast = (name: string, least: number): Value =>
	computed(`cast(${name} >= ${least} as integer)`, [name], (number) => (number >= least ? 1 : 0));

export function personIncomes(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		['INPPERSBRUT', column('gross'), AMOUNT],
		['INPPERSPRIM', column('primary_income'), AMOUNT],
		['INPBELI', column('gross'), AMOUNT],
		['INPEMEZ', atLeast('primary_income', 13_000), CODE],
		['INPPINK', atLeast('gross', 1), CODE],
		['INPPOSHHK', column('position'), CODE],
		['INPPH868ZTS', column('care_allowance'), AMOUNT],
		['INPT7340HRS', column('rent_allowance'), AMOUNT],
		['INPT6325KGB', column('child_budget'), AMOUNT]
	];
	return cbsFile('INPATAB', `INPA${year}TABV1`, { columns, table: `member_${year}` });
}

export function wealth(year: number): CbsFile {
	type Sum = (financial: number, home: number, mortgage: number, otherDebts: number) => number;
	const amount = (name: string, sum: string, add: Sum): Column => [
		name,
		computed(
			`case when low < -1 then ${MISSING_WEALTH} else ${sum} end`,
			['low', 'financial', 'home', 'mortgage', 'other_debts'],
			(low, f, h, m, o) => (low < -1 ? MISSING_WEALTH : add(f, h, m, o))
		),
		WIDE_AMOUNT
	];
	const columns: Column[] = [
		...earner(),
		amount('VEHW1000VERH', 'financial + home - mortgage - other_debts', (f, h, m, o) => f + h - m - o),
		amount('VEHW1100BEZH', 'financial + home', (f, h) => f + h),
		amount('VEHW1110FINH', 'financial', (f) => f),
		amount('VEHW1120ONRH', 'home', (_f, h) => h),
		amount('VEHW1200STOH', 'mortgage + other_debts', (_f, _h, m, o) => m + o),
		amount('VEHW1210SHYH', 'mortgage', (_f, _h, m) => m),
		amount('VEHW1230SOVH', 'other_debts', (_f, _h, _m, o) => o),
		amount('VEHWVEREXEWH', 'financial - other_debts', (f, _h, _m, o) => f - o)
	];
	return cbsFile('VEHTAB', `VEH${year}TABV1`, { columns, table: `income_${year}` });
}

export function housingCosts(year: number): CbsFile {
	const columns: Column[] = [...earner(), ['WOONLASTEN', column('housing_costs'), AMOUNT]];
	return cbsFile('WOONLASTENTAB', `WOONLASTEN${year}TABV1`, {
		columns,
		table: `income_${year}`,
		where: { sql: 'low >= -1', columns: ['low'], holds: (low) => low >= -1 }
	});
}

const bit = (name: string, place: number): Value =>
	computed(`(${name} >> ${place}) & 1`, [name], (flags) => (flags >> place) & 1);

/** The stands at the ends of the quarters, which its makers date to the next day; bits as write-year.ts packs them. */
export function debts(year: number): CbsFile {
	const dates = [`${year}0401`, `${year}0701`, `${year}1001`, `${year + 1}0101`];
	const flags = dates.flatMap((date, quarter): Column[] => {
		const flag = (name: string, shift: number): Column => [`${name}_${date}`, bit('debt', quarter + shift), FLAG];
		return [
			flag('smalle_def_problematische_schulden', 0),
			flag('smalle_def_problematische_schulden_HH', 4),
			flag('problematische_schulden', 8),
			flag('problematische_schulden_HH', 12)
		];
	});
	const columns: Column[] = [
		...person(),
		since('DATUMAANVANGHH'),
		['DATUMEINDEHH', constant(endOf(year)), CODE],
		household('HUISHOUDNR', 'household'),
		...flags
	];
	return cbsFile('SCHULDENPROBLEMATIEKTAB', `SCHULDENPROBLEMATIEK${year}TABV1`, { columns, table: `member_${year}` });
}
