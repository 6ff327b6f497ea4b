import { earner, householdNumber, person, recent, text, until, type CbsFile } from './sql.ts';

// Tables of incomes, wealth and registered debts.

const MISSING = 9999999999;
const MISSING_WEALTH = 99999999999;

export function positions(year: number): CbsFile {
	const query = `select ${person()}, ${text('since')} as AANVSECM, ${until(year)} as EINDSECM, ${text('code')} as SECM
		from position_spell where ${recent(year)}`;
	return { table: 'SECMBUS', name: `SECM${year}BUSV1`, query };
}

export function incomeLinks(year: number): CbsFile {
	const query = `select ${person()}, ${earner()} from member_${year}`;
	return { table: 'KOPPELPERSOONHUISHOUDEN', name: `KOPPELPERSOONHUISHOUDEN${year}TABV1`, query };
}

/** Share of the low-income threshold in the European poverty line (ours). */
const EUROPEAN = 0.82;
const european = (column: string): string =>
	`case when ${column} < 0 then ${column} else greatest(1, cast(floor(${column} * ${EUROPEAN}) as integer)) end`;
const money = (column: string): string => `case when low < 0 then ${MISSING} else cast(${column} as bigint) end`;

export function incomes(year: number): CbsFile {
	const query = `select ${earner()}, size as INHAHL, ${european('low')} as INHARMEUR, ${european('low4')} as INHARMEURL,
		low as INHARMLAG, low4 as INHARMLAGL, minimum as INHARMSOC, minimum4 as INHARMSOCL, ${text('source')} as INHBBIHJ,
		${money('disposable')} as INHBESTINKH, ${money('gross')} as INHBRUTINKH, ${money('standard')} as INHGESTINKH,
		${text('tenure')} as INHEHALGR, ${money('primary_income')} as INHPRIMINKH from income_${year}`;
	return { table: 'INHATAB', name: `INHA${year}TABV1`, query };
}

export function personIncomes(year: number): CbsFile {
	const query = `select ${person()}, gross as INPPERSBRUT, primary_income as INPPERSPRIM, gross as INPBELI,
		case when primary_income >= 13000 then '1' else '0' end as INPEMEZ, case when gross > 0 then '1' else '0' end as INPPINK,
		${text('position')} as INPPOSHHK, care_allowance as INPPH868ZTS, rent_allowance as INPT7340HRS,
		child_budget as INPT6325KGB from member_${year}`;
	return { table: 'INPATAB', name: `INPA${year}TABV1`, query };
}

export function wealth(year: number): CbsFile {
	const amount = (column: string): string =>
		`case when low < -1 then ${MISSING_WEALTH} else cast(${column} as bigint) end`;
	const query = `select ${earner()}, ${amount('financial + home - mortgage - other_debts')} as VEHW1000VERH,
		${amount('financial + home')} as VEHW1100BEZH, ${amount('financial')} as VEHW1110FINH, ${amount('home')} as VEHW1120ONRH,
		${amount('mortgage + other_debts')} as VEHW1200STOH, ${amount('mortgage')} as VEHW1210SHYH,
		${amount('other_debts')} as VEHW1230SOVH, ${amount('financial - other_debts')} as VEHWVEREXEWH from income_${year}`;
	return { table: 'VEHTAB', name: `VEH${year}TABV1`, query };
}

export function housingCosts(year: number): CbsFile {
	const query = `select ${earner()}, housing_costs as WOONLASTEN from income_${year} where low >= -1`;
	return { table: 'WOONLASTENTAB', name: `WOONLASTEN${year}TABV1`, query };
}

/** The stands at the ends of the quarters, which its makers date to the next day; bits as write-year.ts packs them. */
export function debts(year: number): CbsFile {
	const dates = [`${year}0401`, `${year}0701`, `${year}1001`, `${year + 1}0101`];
	const bit = (shift: number): string => `cast((debt >> ${shift}) & 1 as tinyint)`;
	const flags = dates.flatMap((date, quarter) => [
		`${bit(quarter)} as smalle_def_problematische_schulden_${date}`,
		`${bit(quarter + 4)} as smalle_def_problematische_schulden_HH_${date}`,
		`${bit(quarter + 8)} as problematische_schulden_${date}`,
		`${bit(quarter + 12)} as problematische_schulden_HH_${date}`
	]);
	const query = `select ${person()}, ${text('since')} as DATUMAANVANGHH, '${year}1231' as DATUMEINDEHH,
		${householdNumber('household')} as HUISHOUDNR, ${flags.join(', ')} from member_${year}`;
	return { table: 'SCHULDENPROBLEMATIEKTAB', name: `SCHULDENPROBLEMATIEK${year}TABV1`, query };
}
