import { SECM } from '../secm.ts';
import { DISABILITY_BENEFIT, UNEMPLOYMENT_BENEFIT } from '../write-year.ts';
import { openUntil, person, text, touching, type CbsFile } from './sql.ts';

// Tables of benefits and of registers of debtors: spells that touch the year, or the state of December.

/** BIJSTANDStatistiekcodeA: general assistance, and assistance to the self-employed (Bbz). */
const GENERAL = '01';
const SELF_EMPLOYED = '14';

export function assistance(year: number): CbsFile {
	const spell = (code: string, from: string): string => `select ${person()}, '${code}' as BIJSTANDStatistiekcodeA,
		${text('since')} as BIJSTANDAanvangUitkeringPersoon1A, ${openUntil(year)} as BIJSTANDEindeUitkeringPersoon1A,
		case when until >= ${year}1231 then '1' else '0' end as BIJSTANDIndicatieLopendA from ${from} where ${touching(year)}`;
	const query = `${spell(GENERAL, 'position_spell')} and code = ${SECM.assistance}
		union all ${spell(SELF_EMPLOYED, 'business_aid_spell')}`;
	return { table: 'BIJSTANDUITKERINGTAB', name: `BIJSTANDUITKERINGTAB${year}V1`, query };
}

const keys = (): string =>
	person()
		.replace('RINPERSOONS,', 'RINPersoonS,')
		.replace(/RINPERSOON$/, 'RINPersoon');

export function unemployment(year: number): CbsFile {
	const query = `select ${keys()}, '88888888' as WUSEindeuitkering1A, '1' as WUSIndic1A,
		cast(round(gross / 12 * 0.7) as integer) as WUSBedragTw1A from member_${year} where benefits & ${UNEMPLOYMENT_BENEFIT} > 0`;
	return { table: 'WUSUITKERING1ATAB', name: `WUSUITKERING1A${year}12TABV1`, query };
}

/** Who became disabled young has Wajong (3), others WGA (5) or IVA (4). */
export function disability(year: number): CbsFile {
	const query = `select ${keys()}, case when ${year} - birth // 10000 < 35 then '3' when person % 3 = 0 then '4' else '5' end
		as AOTotWetcodeV2, '1' as AOTotStatusV2
		from member_${year} join person using (person) where benefits & ${DISABILITY_BENEFIT} > 0`;
	return { table: 'AOTOTUITKERINGATAB', name: `AOTOTUITKERINGA${year}12TABV1`, query };
}

export function defaulters(year: number): CbsFile {
	const query = `select ${person()}, ${text('since')} as AANVANGWANBETALER, ${openUntil(year)} as EINDEWANBETALER
		from default_spell where ${touching(year)}`;
	return { table: 'ZVWWANBETALERSTAB', name: `ZVWWANBETALERS${year}TABV1`, query };
}

export function wsnp(year: number): CbsFile {
	const query = `select ${person()}, ${text('since')} as AANVANGWSNP, ${openUntil(year)} as EINDEWSNP
		from wsnp_spell where ${touching(year)}`;
	return { table: 'WSNPTAB', name: `WSNP${year}TABV1`, query };
}
