import fc from 'fast-check';
import { debtColumn, debtDates } from '../../microdata/tables/schuldenproblematiektab.ts';
import { key, type World } from './world.ts';

// Small worlds in which everything goes wrong that can: persons in two households, households without anybody, spells without
// sense, contradictory rows, keys of other kinds, incomes under whoever, flags of other households, partners and parents who
// are dead, gone or never there.

const PERSONS = 8;
const HOUSEHOLDS = ['A', 'B', 'C', 'D'];
const YEARS = [2020, 2021, 2022, 2023] as const;
const DATES = ['20200101', '20210301', '20220101', '20220815', '20230401', '20231001', '20231231', '20240101'];

const any = (...values: string[]) => fc.constantFrom(...values);
const rarely = (usual: fc.Arbitrary<string>, ...strange: string[]) =>
	fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: any(...strange) });

const kind = rarely(any('R'), 'F', '', 'r');
const number = rarely(fc.integer({ min: 1, max: PERSONS }).map(key), '', '1', '00000000x', '0000000011');
const date = rarely(any(...DATES), '', '2023', '99999999', 'x');
const end = rarely(any('88888888', '88888888', ...DATES), '', 'x');
const amount = rarely(
	any('0', '500', '9000', '17000', '24000', '60000'),
	'',
	'-1',
	'x',
	'1e999',
	'9999999999',
	'99999999999',
	'nan'
);
const percent = rarely(any('80', '95', '100', '105', '130'), '', '-1', '-2', '9999999999', 'x');
const flag = rarely(any('0', '1'), '', '?', '2');
const category = rarely(any('11', '11', '13', '21', '22', '24', '25', '26', '31'), '', '99');

const owner = { RINPERSOONS: kind, RINPERSOON: number };
const earner = { RINPERSOONSHKW: kind, RINPERSOONHKW: number };

function rows(columns: Record<string, fc.Arbitrary<string>>, most: number, least = 1) {
	return fc.array(fc.record(columns), { minLength: least, maxLength: most });
}

function spells(start: string, finish: string, rest: Record<string, fc.Arbitrary<string>>, most = 8) {
	return rows({ ...owner, [start]: date, [finish]: end, ...rest }, most);
}

function ofYear(year: number) {
	const debts = debtDates(year).flatMap((day) =>
		([10, 12] as const).flatMap((criteria) =>
			(['person', 'household'] as const).map((of) => [debtColumn(criteria, of, day), flag] as const)
		)
	);
	return {
		[`INHA${year}TABV1`]: rows(
			{
				...earner,
				INHARMLAG: percent,
				INHARMLAGL: percent,
				INHARMSOC: percent,
				INHBBIHJ: category,
				INHBESTINKH: amount,
				INHGESTINKH: amount,
				INHPRIMINKH: amount,
				INHEHALGR: any('1', '2', '3', '9', 'x')
			},
			9
		),
		[`INPA${year}TABV1`]: rows(
			{ ...owner, INPPERSBRUT: amount, INPPERSPRIM: amount, INPBELI: amount, INPEMEZ: any('0', '1') },
			9
		),
		[`VEH${year}TABV1`]: rows({ ...earner, VEHW1000VERH: amount, VEHW1110FINH: amount, VEHWVEREXEWH: amount }, 9),
		[`WOONLASTEN${year}TABV1`]: rows({ ...earner, WOONLASTEN: amount }, 6),
		[`SCHULDENPROBLEMATIEK${year}TABV1`]: rows(
			{ ...owner, DATUMAANVANGHH: date, HUISHOUDNR: any(...HOUSEHOLDS), ...Object.fromEntries(debts) },
			9
		),
		[`BIJSTANDUITKERINGTAB${year}V1`]: spells('BIJSTANDAanvangUitkeringPersoon1A', 'BIJSTANDEindeUitkeringPersoon1A', {
			BIJSTANDStatistiekcodeA: any('01', '13', '14', '20', '')
		}),
		[`ZVWWANBETALERS${year}TABV1`]: spells('AANVANGWANBETALER', 'EINDEWANBETALER', {}),
		[`WSNP${year}TABV1`]: spells('AANVANGWSNP', 'EINDEWSNP', {}, 3),
		[`WUSUITKERING1A${year}12TABV1`]: rows({ RINPersoonS: kind, RINPersoon: number, WUSIndic1A: flag }, 5),
		[`AOTOTUITKERINGA${year}12TABV1`]: rows(
			{ RINPersoonS: kind, RINPersoon: number, AOTotWetcodeV2: any('4', '5', '', '8') },
			5
		)
	};
}

export const randomWorld: fc.Arbitrary<World> = fc.record({
	GBAHUISHOUDENS2023BUSV1: rows(
		{
			...owner,
			DATUMAANVANGHH: date,
			DATUMEINDEHH: end,
			HUISHOUDNR: rarely(any(...HOUSEHOLDS), ''),
			TYPHH: any('1', '2', '3', '5', '6', '8', ''),
			PLHH: any('1', '2', '4', '6', '7', ''),
			REFPERSOONHH: any('0', '0', '1', ''),
			AANTALPERSHH: any('1', '3')
		},
		24,
		12
	),
	GBAPERSOON2023TABV1: rows(
		{
			...owner,
			GBAGESLACHT: any('1', '2', '-'),
			GBAGEBOORTEJAAR: rarely(
				any('1950', '1980', '2003', '2004', '2005', '2010', '2022'),
				'----',
				'',
				'3000',
				'2147483647',
				'1e999',
				'-5'
			),
			GBAGEBOORTEMAAND: any('01', '06', '12', '--', '13', '9999999999'),
			GBAGEBOORTEDAG: any('01', '31', '--', '2147483647')
		},
		14,
		6
	),
	GBAADRESOBJECT2023BUSV1: spells(
		'GBADATUMAANVANGADRESHOUDING',
		'GBADATUMEINDEADRESHOUDING',
		{ SOORTOBJECTNUMMER: any('B', 'C'), RINOBJECTNUMMER: any('1', '2', '3', '') },
		14
	),
	VSLGWB2024TABV1: rows(
		{
			SOORTOBJECTNUMMER: any('B', 'C'),
			RINOBJECTNUMMER: any('1', '2', '3'),
			gem2024: any('0363', '0599', '----'),
			wc2024: any('036301', '059901'),
			bc2024: any('03630101', '05990101', '')
		},
		6
	),
	SECM2023BUSV1: spells('AANVSECM', 'EINDSECM', { SECM: category }, 20),
	GBAVERBINTENISPARTNER2023BUSV1: spells(
		'AANVANGVERBINTENIS',
		'EINDEVERBINTENIS',
		{
			RINPERSOONSVERBINTENISP: kind,
			RINPERSOONVERBINTENISP: number,
			TYPEVERBINTENIS: any('H', 'P'),
			REDENBEEINDIGINGVERBINTENIS: any('S', 'O', '')
		},
		12
	),
	KINDOUDER2023TABV1: rows(
		{
			...owner,
			RINPERSOONSMa: kind,
			RINPERSOONMa: number,
			RINPERSOONSpa: kind,
			RINPERSOONpa: number,
			XKOPPELNUMMER: any('1', '')
		},
		9
	),
	GBAOVERLIJDEN2023TABV1: rows({ ...owner, GBADATUMOVERLIJDEN: date }, 5),
	...YEARS.map(ofYear).reduce((all, one) => ({ ...all, ...one }))
}) as fc.Arbitrary<World>;

/** Whose row it is, by the key that comes first: a person, or null when the row belongs to nobody. */
export function ownerOf(row: Record<string, string>): number | null {
	const kindOf = row.RINPERSOONS ?? row.RINPERSOONSHKW ?? row.RINPersoonS;
	const digits = row.RINPERSOON ?? row.RINPERSOONHKW ?? row.RINPersoon ?? '';
	return kindOf === 'R' && /^\d{9}$/.test(digits) ? Number(digits) : null;
}

/** The world without any row of these persons; rows of others that name them stay. */
export function without(world: World, persons: ReadonlySet<number>): World {
	return Object.fromEntries(
		Object.entries(world).map(([name, rows]) => [name, rows.filter((row) => !persons.has(ownerOf(row) ?? -1))])
	);
}
