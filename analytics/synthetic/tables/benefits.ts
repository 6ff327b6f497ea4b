import { endOf, yearOf } from '../months.ts';
import { SECM } from '../secm.ts';
import { DISABILITY_BENEFIT, UNEMPLOYMENT_BENEFIT } from '../write-year.ts';
import { AMOUNT, CODE, code } from './forms.ts';
import { cbsFile, openUntil, person, since, touching, type CbsFile, type Column } from './sql.ts';
import { computed, constant, type Condition, type Value } from './values.ts';

// Tables of benefits and of registers of debtors: spells that touch the year, or the state of December.

/** BIJSTANDStatistiekcodeA: general assistance, and assistance to the self-employed (Bbz). */
const GENERAL = 1;
const SELF_EMPLOYED = 14;

export function assistance(year: number): CbsFile {
	const columns = (scheme: number): Column[] => [
		...person(),
		['BIJSTANDStatistiekcodeA', constant(scheme), code(2)],
		since('BIJSTANDAanvangUitkeringPersoon1A'),
		openUntil('BIJSTANDEindeUitkeringPersoon1A', year),
		['BIJSTANDIndicatieLopendA', lasts(endOf(year)), CODE]
	];
	const spells = touching(year);
	return cbsFile(
		'BIJSTANDUITKERINGTAB',
		`BIJSTANDUITKERINGTAB${year}V1`,
		{ columns: columns(GENERAL), table: 'position_spell', where: assisted(spells) },
		{ columns: columns(SELF_EMPLOYED), table: 'business_aid_spell', where: spells }
	);
}

/** Of these spells, those of social assistance. */
function assisted({ sql, columns, holds }: Condition): Condition {
	return {
		sql: `${sql} and code = ${SECM.assistance}`,
		columns: [...columns, 'code'],
		holds: (since, until, position) => position === SECM.assistance && holds(since, until)
	};
}

const lasts = (day: number): Value =>
	computed(`cast(until >= ${day} as integer)`, ['until'], (until) => (until >= day ? 1 : 0));

/** Members with a benefit. */
const having = (benefit: number): Condition => ({
	sql: `benefits & ${benefit} > 0`,
	columns: ['benefits'],
	holds: (benefits) => (benefits & benefit) > 0
});

const keys = (): Column[] => person('person', 'RINPersoonS', 'RINPersoon');

export function unemployment(year: number): CbsFile {
	const columns: Column[] = [
		...keys(),
		['WUSEindeuitkering1A', constant(88888888), CODE],
		['WUSIndic1A', constant(1), CODE],
		['WUSBedragTw1A', computed('round(gross / 12 * 0.7)', ['gross'], (gross) => Math.round((gross / 12) * 0.7)), AMOUNT]
	];
	return cbsFile('WUSUITKERING1ATAB', `WUSUITKERING1A${year}12TABV1`, {
		columns,
		table: `member_${year}`,
		where: having(UNEMPLOYMENT_BENEFIT)
	});
}

/** Who became disabled young has Wajong (3), others WGA (5) or IVA (4). */
const disabilityLaw = (year: number): Value =>
	computed(
		`case when ${year} - birth // 10000 < 35 then 3 when person % 3 = 0 then 4 else 5 end`,
		['birth', 'person'],
		(birth, person) => (year - yearOf(birth) < 35 ? 3 : person % 3 === 0 ? 4 : 5)
	);

export function disability(year: number): CbsFile {
	const columns: Column[] = [
		...keys(),
		['AOTotWetcodeV2', disabilityLaw(year), CODE],
		['AOTotStatusV2', constant(1), CODE]
	];
	return cbsFile('AOTOTUITKERINGATAB', `AOTOTUITKERINGA${year}12TABV1`, {
		columns,
		table: `member_${year}`,
		where: having(DISABILITY_BENEFIT)
	});
}

export function defaulters(year: number): CbsFile {
	const columns = [...person(), since('AANVANGWANBETALER'), openUntil('EINDEWANBETALER', year)];
	return cbsFile('ZVWWANBETALERSTAB', `ZVWWANBETALERS${year}TABV1`, {
		columns,
		table: 'default_spell',
		where: touching(year)
	});
}

export function wsnp(year: number): CbsFile {
	const columns = [...person(), since('AANVANGWSNP'), openUntil('EINDEWSNP', year)];
	return cbsFile('WSNPTAB', `WSNP${year}TABV1`, { columns, table: 'wsnp_spell', where: touching(year) });
}
