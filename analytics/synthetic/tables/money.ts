import { AMOUNT, CODE, COUNT, FLAG, WIDE_AMOUNT } from './forms.ts';
import { cbsFile, earner, household, person, recent, since, until, type CbsFile, type Column } from './sql.ts';

// Tables of incomes, wealth and registered debts.

const MISSING = 9999999999;
const MISSING_WEALTH = 99999999999;

export function positions(year: number): CbsFile {
	const columns: Column[] = [...person(), since('AANVSECM'), until('EINDSECM', year), ['SECM', 'code', CODE]];
	return cbsFile('SECMBUS', `SECM${year}BUSV1`, columns, `position_spell where ${recent(year)}`);
}

export function incomeLinks(year: number): CbsFile {
	const name = `KOPPELPERSOONHUISHOUDEN${year}TABV1`;
	return cbsFile('KOPPELPERSOONHUISHOUDEN', name, [...person(), ...earner()], `member_${year}`);
}

/** Share of the low-income threshold in the European poverty line (ours). */
const EUROPEAN = 0.82;
const european = (column: string): string =>
	`case when ${column} < 0 then ${column} else greatest(1, cast(floor(${column} * ${EUROPEAN}) as integer)) end`;

export function incomes(year: number): CbsFile {
	const money = (name: string, column: string): Column => [
		name,
		`case when low < 0 then ${MISSING} else ${column} end`,
		WIDE_AMOUNT
	];
	const columns: Column[] = [
		...earner(),
		['INHAHL', 'size', COUNT],
		['INHARMEUR', european('low'), COUNT],
		['INHARMEURL', european('low4'), COUNT],
		['INHARMLAG', 'low', COUNT],
		['INHARMLAGL', 'low4', COUNT],
		['INHARMSOC', 'minimum', COUNT],
		['INHARMSOCL', 'minimum4', COUNT],
		['INHBBIHJ', 'source', CODE],
		money('INHBESTINKH', 'disposable'),
		money('INHBRUTINKH', 'gross'),
		money('INHGESTINKH', 'standard'),
		['INHEHALGR', 'tenure', CODE],
		money('INHPRIMINKH', 'primary_income')
	];
	return cbsFile('INHATAB', `INHA${year}TABV1`, columns, `income_${year}`);
}

export function personIncomes(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		['INPPERSBRUT', 'gross', AMOUNT],
		['INPPERSPRIM', 'primary_income', AMOUNT],
		['INPBELI', 'gross', AMOUNT],
		['INPEMEZ', 'cast(primary_income >= 13000 as integer)', CODE],
		['INPPINK', 'cast(gross > 0 as integer)', CODE],
		['INPPOSHHK', 'position', CODE],
		['INPPH868ZTS', 'care_allowance', AMOUNT],
		['INPT7340HRS', 'rent_allowance', AMOUNT],
		['INPT6325KGB', 'child_budget', AMOUNT]
	];
	return cbsFile('INPATAB', `INPA${year}TABV1`, columns, `member_${year}`);
}

export function wealth(year: number): CbsFile {
	const amount = (name: string, column: string): Column => [
		name,
		`case when low < -1 then ${MISSING_WEALTH} else ${column} end`,
		WIDE_AMOUNT
	];
	const columns: Column[] = [
		...earner(),
		amount('VEHW1000VERH', 'financial + home - mortgage - other_debts'),
		amount('VEHW1100BEZH', 'financial + home'),
		amount('VEHW1110FINH', 'financial'),
		amount('VEHW1120ONRH', 'home'),
		amount('VEHW1200STOH', 'mortgage + other_debts'),
		amount('VEHW1210SHYH', 'mortgage'),
		amount('VEHW1230SOVH', 'other_debts'),
		amount('VEHWVEREXEWH', 'financial - other_debts')
	];
	return cbsFile('VEHTAB', `VEH${year}TABV1`, columns, `income_${year}`);
}

export function housingCosts(year: number): CbsFile {
	const columns: Column[] = [...earner(), ['WOONLASTEN', 'housing_costs', AMOUNT]];
	return cbsFile('WOONLASTENTAB', `WOONLASTEN${year}TABV1`, columns, `income_${year} where low >= -1`);
}

/** The stands at the ends of the quarters, which its makers date to the next day; bits as write-year.ts packs them. */
export function debts(year: number): CbsFile {
	const dates = [`${year}0401`, `${year}0701`, `${year}1001`, `${year + 1}0101`];
	const flags = dates.flatMap((date, quarter): Column[] => {
		const flag = (name: string, shift: number): Column => [`${name}_${date}`, `(debt >> ${quarter + shift}) & 1`, FLAG];
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
		['DATUMEINDEHH', `${year}1231`, CODE],
		household('HUISHOUDNR', 'household'),
		...flags
	];
	return cbsFile('SCHULDENPROBLEMATIEKTAB', `SCHULDENPROBLEMATIEK${year}TABV1`, columns, `member_${year}`);
}
