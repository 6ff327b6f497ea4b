import { buurtCodes } from '../buurten.ts';
import { endOf, yearOf } from '../months.ts';
import { CODE, COUNT, code, codeOrDashes, digitsOrDashes, word } from './forms.ts';
import {
	cbsFile,
	household,
	object,
	openUntil,
	person,
	personKeyOrNone,
	recent,
	selected,
	since,
	until,
	type CbsFile,
	type Column
} from './sql.ts';
import { column, computed, constant, type Condition, type Value } from './values.ts';

// Tables of the population register.

const lastTwo = (name: string): Value => computed(`${name} % 100`, [name], (number) => number % 100);
/** What is so by the end of a year. */
const by = (year: number, name: string): Condition => ({
	sql: `${name} <= ${endOf(year)}`,
	columns: [name],
	holds: (day) => day <= endOf(year)
});

export function persons(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		['GBAGESLACHT', column('sex'), CODE],
		['GBAAANTALOUDERSBUITENLAND', column('foreign_parents'), CODE],
		['GBAGEBOORTEJAAR', computed('birth // 10000', ['birth'], yearOf), CODE],
		['GBAGEBOORTEMAAND', computed('birth // 100 % 100', ['birth'], (day) => Math.floor(day / 100) % 100), code(2)],
		['GBAGEBOORTEDAG', lastTwo('birth'), code(2)],
		['GBAIMPUTATIECODE', constant(0), CODE]
	];
	return cbsFile('GBAPERSOONTAB', `GBAPERSOON${year}TABV1`, {
		columns,
		table: 'person',
		where: by(year, 'registered')
	});
}

/** Year and month of birth of a child, given as YYYYMM, 0 for none. */
function bornIn(child: string, value: string): Column[] {
	return [
		[`GEBJAAR${child}`, computed(`${value} // 100`, [value], (month) => Math.floor(month / 100)), codeOrDashes(4)],
		[`GEBMAAND${child}`, lastTwo(value), codeOrDashes(2)]
	];
}

export function households(year: number): CbsFile {
	const columns: Column[] = [
		...person(),
		since('DATUMAANVANGHH'),
		until('DATUMEINDEHH', year),
		household('HUISHOUDNR', 'household'),
		['TYPHH', column('type'), CODE],
		['PLHH', column('place'), CODE],
		['REFPERSOONHH', column('reference'), CODE],
		['AANTALPERSHH', column('size'), COUNT],
		['AANTALKINDHH', column('children'), COUNT],
		['AANTALOVHH', column('others'), COUNT],
		...bornIn('JONGSTEKINDHH', 'youngest'),
		...bornIn('OUDSTEKINDHH', 'oldest'),
		['IMPUTATIECODEHH', constant(0), CODE]
	];
	return cbsFile('GBAHUISHOUDENSBUS', `GBAHUISHOUDENS${year}BUSV1`, {
		columns,
		table: 'household_spell',
		where: recent(year)
	});
}

export function addresses(year: number): CbsFile {
	const columns = [
		...person(),
		...object(),
		since('GBADATUMAANVANGADRESHOUDING'),
		until('GBADATUMEINDEADRESHOUDING', year)
	];
	return cbsFile('GBAADRESOBJECTBUS', `GBAADRESOBJECT${year}BUSV1`, {
		columns,
		table: 'address_spell',
		where: recent(year)
	});
}

/** Codes by the number of a buurt, and the number of the first buurt that has the same. */
interface Regions {
	readonly codes: readonly string[];
	readonly first: Int32Array;
}
/** By the characters of their codes; made when asked for. */
const REGIONS = new Map<number, Regions>();

function regionsOf(characters: number): Regions {
	let known = REGIONS.get(characters);
	if (known === undefined) {
		const codes = buurtCodes().map((code) => code.slice(0, characters));
		const places = new Map<string, number>();
		for (const [buurt, code] of codes.entries()) if (!places.has(code)) places.set(code, buurt);
		known = { codes, first: Int32Array.from(codes, (code) => places.get(code)!) };
		REGIONS.set(characters, known);
	}
	return known;
}

/** The municipality, wijk or buurt of a buurt: so many characters of its code. */
function region(name: string, characters: number): Column {
	return [
		name,
		// One number for each region, as one text has.
		computed('buurt', ['buurt'], (buurt) => regionsOf(characters).first[buurt]!),
		{ type: 'text', text: (buurt) => regionsOf(characters).codes[buurt]!, sql: () => `code[1:${characters}]` }
	];
}

/** The classification did not change between 2023 and 2024, so both years have the same codes; some have letters. */
export function buurten(): CbsFile {
	const regions = [2023, 2024].flatMap((year) => [
		region(`gem${year}`, 4),
		region(`wc${year}`, 6),
		region(`bc${year}`, 8)
	]);
	const columns = [...object(), ...regions];
	const query = `select ${selected(columns)} from address join buurt using (buurt)`;
	return { table: 'VSLGWBTAB', name: 'VSLGWB2024TABV1', query, sources: [{ columns, table: 'address' }] };
}

export function partnerships(year: number): CbsFile {
	const end = endOf(year);
	const ended = computed(
		`case when until > ${end} then 0 when reason = 1 then 1 else 2 end`,
		['until', 'reason'],
		(until, reason) => (until > end ? 0 : reason === 1 ? 1 : 2)
	);
	const columns: Column[] = [
		...person(),
		...person('partner', 'RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'),
		since('AANVANGVERBINTENIS'),
		openUntil('EINDEVERBINTENIS', year),
		['TYPEVERBINTENIS', column('registered'), word('H', 'P')],
		['REDENBEEINDIGINGVERBINTENIS', ended, word('', 'S', 'O')]
	];
	return cbsFile('GBAVERBINTENISPARTNERBUS', `GBAVERBINTENISPARTNER${year}BUSV1`, {
		columns,
		table: 'partner_spell',
		where: recent(year)
	});
}

const unknown = (name: string): Value =>
	computed(`cast(${name} < 0 as integer)`, [name], (number) => (number < 0 ? 1 : 0));

export function parents(year: number): CbsFile {
	const columns: Column[] = [
		...person('child'),
		...person('mother', 'RINPERSOONSMa', 'RINPERSOONMa'),
		['RINPERSOONSpa', unknown('father'), word('R', '-')],
		['RINPERSOONpa', personKeyOrNone('father'), digitsOrDashes(9)],
		['XKOPPELNUMMER', computed('child % 10', ['child'], (child) => child % 10), CODE]
	];
	return cbsFile('KINDOUDERTAB', `KINDOUDER${year}TABV1`, { columns, table: 'parents', where: by(year, 'birth') });
}

export function deaths(year: number): CbsFile {
	const columns: Column[] = [...person(), ['GBADATUMOVERLIJDEN', column('date'), CODE]];
	return cbsFile('GBAOVERLIJDENTAB', `GBAOVERLIJDEN${year}TABV1`, {
		columns,
		table: 'death',
		where: by(year, 'date')
	});
}
