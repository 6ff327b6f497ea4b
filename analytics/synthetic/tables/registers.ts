import { CODE, COUNT, code, codeOrDashes, digitsOrDashes, word } from './forms.ts';
import {
	cbsFile,
	household,
	object,
	openUntil,
	person,
	personNumber,
	recent,
	selected,
	since,
	until,
	type CbsFile,
	type Column
} from './sql.ts';

// Tables of the population register.

export function persons(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		['GBAGESLACHT', 'sex', CODE],
		['GBAAANTALOUDERSBUITENLAND', 'foreign_parents', CODE],
		['GBAGEBOORTEJAAR', 'birth // 10000', CODE],
		['GBAGEBOORTEMAAND', 'birth // 100 % 100', code(2)],
		['GBAGEBOORTEDAG', 'birth % 100', code(2)],
		['GBAIMPUTATIECODE', '0', CODE]
	];
	return cbsFile('GBAPERSOONTAB', `GBAPERSOON${year}TABV1`, columns, `person where registered <= ${year}1231`);
}

/** Year and month of birth of a child, given as YYYYMM, 0 for none. */
function bornIn(child: string, value: string): Column[] {
	return [
		[`GEBJAAR${child}`, `${value} // 100`, codeOrDashes(4)],
		[`GEBMAAND${child}`, `${value} % 100`, codeOrDashes(2)]
	];
}

export function households(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		since('DATUMAANVANGHH'),
		until('DATUMEINDEHH', year),
		household('HUISHOUDNR', 'household'),
		['TYPHH', 'type', CODE],
		['PLHH', 'place', CODE],
		['REFPERSOONHH', 'reference', CODE],
		['AANTALPERSHH', 'size', COUNT],
		['AANTALKINDHH', 'children', COUNT],
		['AANTALOVHH', 'others', COUNT],
		...bornIn('JONGSTEKINDHH', 'youngest'),
		...bornIn('OUDSTEKINDHH', 'oldest'),
		['IMPUTATIECODEHH', '0', CODE]
	];
	return cbsFile('GBAHUISHOUDENSBUS', `GBAHUISHOUDENS${year}BUSV1`, columns, `household_spell where ${recent(year)}`);
}

export function addresses(year: number): CbsFile {
	const columns = [
		...person(),
		...object(),
		since('GBADATUMAANVANGADRESHOUDING'),
		until('GBADATUMEINDEADRESHOUDING', year)
	];
	return cbsFile('GBAADRESOBJECTBUS', `GBAADRESOBJECT${year}BUSV1`, columns, `address_spell where ${recent(year)}`);
}

/** The classification did not change between 2023 and 2024, so both years have the same codes; some have letters. */
export function buurten(): CbsFile {
	const codes = [2023, 2024].map((year) => `code[1:4] as gem${year}, code[1:6] as wc${year}, code as bc${year}`);
	const query = `select ${selected(object())}, ${codes.join(', ')} from address join buurt using (buurt)`;
	return { table: 'VSLGWBTAB', name: 'VSLGWB2024TABV1', query };
}

export function partnerships(year: number): CbsFile {
	const ended = `case when until > ${year}1231 then 0 when reason = 1 then 1 else 2 end`;
	const columns: Column[] = [
		...person(),
		...person('partner', 'RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'),
		since('AANVANGVERBINTENIS'),
		openUntil('EINDEVERBINTENIS', year),
		['TYPEVERBINTENIS', 'registered', word('H', 'P')],
		['REDENBEEINDIGINGVERBINTENIS', ended, word('', 'S', 'O')]
	];
	return cbsFile(
		'GBAVERBINTENISPARTNERBUS',
		`GBAVERBINTENISPARTNER${year}BUSV1`,
		columns,
		`partner_spell where ${recent(year)}`
	);
}

export function parents(year: number): CbsFile {
	const columns: Column[] = [
		...person('child'),
		...person('mother', 'RINPERSOONSMa', 'RINPERSOONMa'),
		['RINPERSOONSpa', 'cast(father < 0 as integer)', word('R', '-')],
		['RINPERSOONpa', `case when father < 0 then 0 else ${personNumber('father')} end`, digitsOrDashes(9)],
		['XKOPPELNUMMER', 'child % 10', CODE]
	];
	return cbsFile('KINDOUDERTAB', `KINDOUDER${year}TABV1`, columns, `parents where birth <= ${year}1231`);
}

export function deaths(year: number): CbsFile {
	const columns: Column[] = [...person(), ['GBADATUMOVERLIJDEN', 'date', CODE]];
	return cbsFile('GBAOVERLIJDENTAB', `GBAOVERLIJDEN${year}TABV1`, columns, `death where date <= ${year}1231`);
}
