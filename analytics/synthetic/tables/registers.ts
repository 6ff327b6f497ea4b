import { householdNumber, object, openUntil, person, recent, rin, text, until, type CbsFile } from './sql.ts';

// Tables of the population register.

const yearOf = (month: string): string => `case when ${month} = 0 then '----' else ${text(`${month} // 100`)} end`;
const monthOf = (month: string): string =>
	`case when ${month} = 0 then '--' else lpad(${text(`${month} % 100`)}, 2, '0') end`;

export function persons(year: number): CbsFile {
	const query = `select ${person()}, ${text('sex')} as GBAGESLACHT,
		${text('foreign_parents')} as GBAAANTALOUDERSBUITENLAND, ${text('birth // 10000')} as GBAGEBOORTEJAAR,
		lpad(${text('birth // 100 % 100')}, 2, '0') as GBAGEBOORTEMAAND, lpad(${text('birth % 100')}, 2, '0') as GBAGEBOORTEDAG,
		'0' as GBAIMPUTATIECODE from person where registered <= ${year}1231`;
	return { table: 'GBAPERSOONTAB', name: `GBAPERSOON${year}TABV1`, query };
}

export function households(year: number): CbsFile {
	const query = `select ${person()}, ${text('since')} as DATUMAANVANGHH, ${until(year)} as DATUMEINDEHH,
		${householdNumber('household')} as HUISHOUDNR, ${text('type')} as TYPHH,
		${text('place')} as PLHH, ${text('reference')} as REFPERSOONHH, size as AANTALPERSHH, children as AANTALKINDHH,
		others as AANTALOVHH, ${yearOf('youngest')} as GEBJAARJONGSTEKINDHH, ${monthOf('youngest')} as GEBMAANDJONGSTEKINDHH,
		${yearOf('oldest')} as GEBJAAROUDSTEKINDHH, ${monthOf('oldest')} as GEBMAANDOUDSTEKINDHH, '0' as IMPUTATIECODEHH
		from household_spell where ${recent(year)}`;
	return { table: 'GBAHUISHOUDENSBUS', name: `GBAHUISHOUDENS${year}BUSV1`, query };
}

export function addresses(year: number): CbsFile {
	const query = `select ${person()}, 'B' as SOORTOBJECTNUMMER, ${object('address')} as RINOBJECTNUMMER,
		${text('since')} as GBADATUMAANVANGADRESHOUDING, ${until(year)} as GBADATUMEINDEADRESHOUDING
		from address_spell where ${recent(year)}`;
	return { table: 'GBAADRESOBJECTBUS', name: `GBAADRESOBJECT${year}BUSV1`, query };
}

/** The classification did not change between 2023 and 2024, so both years have the same codes. */
export function buurten(): CbsFile {
	const codes = [2023, 2024].map((year) => `code[1:4] as gem${year}, code[1:6] as wc${year}, code as bc${year}`);
	const query = `select 'B' as SOORTOBJECTNUMMER, ${object('address')} as RINOBJECTNUMMER, ${codes.join(', ')}
		from address join buurt using (buurt) order by address`;
	return { table: 'VSLGWBTAB', name: 'VSLGWB2024TABV1', query };
}

export function partnerships(year: number): CbsFile {
	const query = `select ${person()}, 'R' as RINPERSOONSVERBINTENISP, ${rin('partner')} as RINPERSOONVERBINTENISP,
		${text('since')} as AANVANGVERBINTENIS, ${openUntil(year)} as EINDEVERBINTENIS,
		case registered when 1 then 'P' else 'H' end as TYPEVERBINTENIS,
		case when until > ${year}1231 then '' when reason = 1 then 'S' else 'O' end as REDENBEEINDIGINGVERBINTENIS
		from partner_spell where ${recent(year)}`;
	return { table: 'GBAVERBINTENISPARTNERBUS', name: `GBAVERBINTENISPARTNER${year}BUSV1`, query };
}

export function parents(year: number): CbsFile {
	const query = `select ${person('child')}, 'R' as RINPERSOONSMa, ${rin('mother')} as RINPERSOONMa,
		case when father < 0 then '-' else 'R' end as RINPERSOONSpa,
		case when father < 0 then '---------' else ${rin('father')} end as RINPERSOONpa,
		${text('child % 10')} as XKOPPELNUMMER from parents where birth <= ${year}1231`;
	return { table: 'KINDOUDERTAB', name: `KINDOUDER${year}TABV1`, query };
}

export function deaths(year: number): CbsFile {
	const query = `select ${person()}, ${text('date')} as GBADATUMOVERLIJDEN from death where date <= ${year}1231`;
	return { table: 'GBAOVERLIJDENTAB', name: `GBAOVERLIJDEN${year}TABV1`, query };
}
