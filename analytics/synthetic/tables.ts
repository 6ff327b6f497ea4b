/** A CBS table: its file name without extension, and the query that writes it from the staging tables. */
export interface CbsTable {
	readonly name: string;
	readonly query: string;
}

/** Keys are made unlike the order of invention by a step modulo a prime: one to one, and with leading zeros. */
const rin = (column: string): string =>
	`lpad(cast(1 + (cast(${column} as bigint) * 387420489 + 71) % 999999937 as varchar), 9, '0')`;
const householdNumber = (column: string): string =>
	`lpad(cast(1 + (cast(${column} as bigint) * 2654435 + 11) % 99999999977 as varchar), 12, '0')`;
const text = (column: string): string => `cast(${column} as varchar)`;
const yearOf = (month: string): string => `case when ${month} = 0 then '----' else ${text(`${month} // 100`)} end`;
const monthOf = (month: string): string =>
	`case when ${month} = 0 then '--' else lpad(${text(`${month} % 100`)}, 2, '0') end`;
const money = (amount: string): string => `case when low < 0 then 9999999999 else cast(${amount} as bigint) end`;
/** Another percentage that moves along with that of the low-income threshold; codes below 0 stay. */
const scaled = (column: string, factor: number): string =>
	`case when ${column} < 0 then ${column} else greatest(1, cast(floor(${column} * ${factor}) as integer)) end`;

/** Spells of a file hold those that touch its year; what lasts ends with the year. */
const until = (year: number): string => text(`least(until, ${year}1231)`);
const touching = (year: number): string => `since <= ${year}1231 and until >= ${year}0101 and since <= until`;

function persons(year: number): CbsTable {
	const query = `select 'R' as RINPERSOONS, ${rin('person')} as RINPERSOON, ${text('sex')} as GBAGESLACHT,
		${text('foreign_parents')} as GBAAANTALOUDERSBUITENLAND, ${text('birth // 10000')} as GBAGEBOORTEJAAR,
		lpad(${text('birth // 100 % 100')}, 2, '0') as GBAGEBOORTEMAAND, lpad(${text('birth % 100')}, 2, '0') as GBAGEBOORTEDAG,
		'0' as GBAIMPUTATIECODE from person where birth <= ${year}1231`;
	return { name: `GBAPERSOON${year}TABV1`, query };
}

function households(year: number): CbsTable {
	const query = `select 'R' as RINPERSOONS, ${rin('person')} as RINPERSOON, ${text('since')} as DATUMAANVANGHH,
		${until(year)} as DATUMEINDEHH, ${householdNumber('household')} as HUISHOUDNR, ${text('type')} as TYPHH,
		${text('place')} as PLHH, ${text('reference')} as REFPERSOONHH, size as AANTALPERSHH, children as AANTALKINDHH,
		others as AANTALOVHH, ${yearOf('youngest')} as GEBJAARJONGSTEKINDHH, ${monthOf('youngest')} as GEBMAANDJONGSTEKINDHH,
		${yearOf('oldest')} as GEBJAAROUDSTEKINDHH, ${monthOf('oldest')} as GEBMAANDOUDSTEKINDHH, '0' as IMPUTATIECODEHH
		from household_spell where ${touching(year)}`;
	return { name: `GBAHUISHOUDENS${year}BUSV1`, query };
}

const object = (column: string): string => `lpad(${text(column)}, 12, '0')`;

function addresses(year: number): CbsTable {
	const query = `select 'R' as RINPERSOONS, ${rin('person')} as RINPERSOON, 'B' as SOORTOBJECTNUMMER,
		${object('address')} as RINOBJECTNUMMER, ${text('since')} as GBADATUMAANVANGADRESHOUDING,
		${until(year)} as GBADATUMEINDEADRESHOUDING from address_spell where ${touching(year)}`;
	return { name: `GBAADRESOBJECT${year}BUSV1`, query };
}

/** The classification did not change between 2023 and 2024, so both years have the same codes. */
function buurten(): CbsTable {
	const codes = [2023, 2024].map((year) => `code[1:4] as gem${year}, code[1:6] as wc${year}, code as bc${year}`);
	const query = `select 'B' as SOORTOBJECTNUMMER, ${object('address')} as RINOBJECTNUMMER, ${codes.join(', ')}
		from address join buurt using (buurt) order by address`;
	return { name: 'VSLGWB2024TABV1', query };
}

function incomeLinks(year: number): CbsTable {
	const query = `select 'R' as RINPERSOONS, ${rin('person')} as RINPERSOON, 'R' as RINPERSOONSHKW,
		${rin('earner')} as RINPERSOONHKW from member where year = ${year}`;
	return { name: `KOPPELPERSOONHUISHOUDEN${year}TABV1`, query };
}

function incomes(year: number): CbsTable {
	const disposable = 'standard * factor100 / 100';
	const query = `select 'R' as RINPERSOONSHKW, ${rin('earner')} as RINPERSOONHKW, size as INHAHL,
		${scaled('low', 0.82)} as INHARMEUR, ${scaled('low4', 0.82)} as INHARMEURL, low as INHARMLAG, low4 as INHARMLAGL,
		${scaled('low', 0.95)} as INHARMSOC, ${scaled('low4', 0.95)} as INHARMSOCL, ${text('source')} as INHBBIHJ,
		${money(disposable)} as INHBESTINKH, ${money(`${disposable} * 1.45`)} as INHBRUTINKH,
		${money('standard')} as INHGESTINKH, ${text('tenure')} as INHEHALGR,
		${money(`case when source in (21, 22, 24, 25) then ${disposable} * 0.1 else ${disposable} * 1.4 end`)} as INHPRIMINKH
		from income where year = ${year}`;
	return { name: `INHA${year}TABV1`, query };
}

/** The stand of 31 December, which its makers date to the first of January after it. */
function debts(year: number): CbsTable {
	const date = `${year + 1}0101`;
	const query = `select 'R' as RINPERSOONS, ${rin('person')} as RINPERSOON, ${text('since')} as DATUMAANVANGHH,
		'${year}1231' as DATUMEINDEHH, ${householdNumber('household')} as HUISHOUDNR,
		${text('debt')} as smalle_def_problematische_schulden_${date},
		${text('household_debt')} as smalle_def_problematische_schulden_HH_${date} from member where year = ${year}`;
	return { name: `PROBLEMATISCHESCHULDEN${year}V1`, query };
}

/** All tables of a span of years. */
export function cbsTables(first: number, last: number): CbsTable[] {
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	return [
		...years.flatMap((year) => [persons, households, addresses, incomeLinks, incomes, debts].map((make) => make(year))),
		buurten()
	];
}
