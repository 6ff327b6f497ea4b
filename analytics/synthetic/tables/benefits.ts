import { SECM } from '../secm.ts';
import { DISABILITY_BENEFIT, UNEMPLOYMENT_BENEFIT } from '../write-year.ts';
import { AMOUNT, CODE, code } from './forms.ts';
import { cbsFile, openUntil, person, since, touching, type CbsFile, type Column } from './sql.ts';

// Tables of benefits and of registers of debtors: spells that touch the year, or the state of December.

/** BIJSTANDStatistiekcodeA: general assistance, and assistance to the self-employed (Bbz). */
const GENERAL = 1;
const SELF_EMPLOYED = 14;

export function assistance(year: number): CbsFile {
	const spells = `select person, since, until, ${GENERAL} as scheme from position_spell where code = ${SECM.assistance}
		union all select person, since, until, ${SELF_EMPLOYED} from business_aid_spell`;
	const columns: Column[] = [
		...person(),
		['BIJSTANDStatistiekcodeA', 'scheme', code(2)],
		since('BIJSTANDAanvangUitkeringPersoon1A'),
		openUntil('BIJSTANDEindeUitkeringPersoon1A', year),
		['BIJSTANDIndicatieLopendA', `cast(until >= ${year}1231 as integer)`, CODE]
	];
	return cbsFile(
		'BIJSTANDUITKERINGTAB',
		`BIJSTANDUITKERINGTAB${year}V1`,
		columns,
		`(${spells}) where ${touching(year)}`
	);
}

const keys = (): Column[] => person('person', 'RINPersoonS', 'RINPersoon');

export function unemployment(year: number): CbsFile {
	const columns: Column[] = [
		...keys(),
		['WUSEindeuitkering1A', '88888888', CODE],
		['WUSIndic1A', '1', CODE],
		['WUSBedragTw1A', 'round(gross / 12 * 0.7)', AMOUNT]
	];
	return cbsFile(
		'WUSUITKERING1ATAB',
		`WUSUITKERING1A${year}12TABV1`,
		columns,
		`member_${year} where benefits & ${UNEMPLOYMENT_BENEFIT} > 0`
	);
}

/** Who became disabled young has Wajong (3), others WGA (5) or IVA (4). */
export function disability(year: number): CbsFile {
	const law = `case when ${year} - birth // 10000 < 35 then 3 when person % 3 = 0 then 4 else 5 end`;
	const columns: Column[] = [...keys(), ['AOTotWetcodeV2', law, CODE], ['AOTotStatusV2', '1', CODE]];
	return cbsFile(
		'AOTOTUITKERINGATAB',
		`AOTOTUITKERINGA${year}12TABV1`,
		columns,
		`member_${year} join person using (person) where benefits & ${DISABILITY_BENEFIT} > 0`
	);
}

export function defaulters(year: number): CbsFile {
	const columns = [...person(), since('AANVANGWANBETALER'), openUntil('EINDEWANBETALER', year)];
	return cbsFile('ZVWWANBETALERSTAB', `ZVWWANBETALERS${year}TABV1`, columns, `default_spell where ${touching(year)}`);
}

export function wsnp(year: number): CbsFile {
	const columns = [...person(), since('AANVANGWSNP'), openUntil('EINDEWSNP', year)];
	return cbsFile('WSNPTAB', `WSNP${year}TABV1`, columns, `wsnp_spell where ${touching(year)}`);
}
