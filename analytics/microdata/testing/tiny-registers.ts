import { CHILD, DEAD, FATHER, MOTHER, OPEN, R, WIDOW, type TinyTables } from './tiny-world.ts';

/** The registers up to the end of a year. */
export function tinyRegisters(year: number): TinyTables {
	return {
		[`GBAPERSOON${year}TABV1`]: [
			born(FATHER, '1', '1980'),
			born(MOTHER, '2', '1980'),
			born(WIDOW, '1', '1960'),
			born(DEAD, '2', '1955'),
			born(CHILD, '2', '2003')
		],
		[`GBAHUISHOUDENS${year}BUSV1`]: [
			living(FATHER, 'H1', { TYPHH: '3', PLHH: '4', AANTALPERSHH: '2' }),
			living(MOTHER, 'H1', { TYPHH: '3', PLHH: '4', AANTALPERSHH: '2', REFPERSOONHH: '0' }),
			living(WIDOW, 'H2', { TYPHH: '1', PLHH: '2', AANTALPERSHH: '1', DATUMAANVANGHH: '20220311' }),
			living(CHILD, 'H3', { TYPHH: '1', PLHH: '2', AANTALPERSHH: '1' }),
			...[WIDOW, DEAD].map((person, i) =>
				living(person, 'H2', {
					DATUMEINDEHH: '20220310',
					TYPHH: '3',
					PLHH: '4',
					AANTALPERSHH: '2',
					REFPERSOONHH: i === 0 ? '1' : '0'
				})
			)
		],
		[`GBAADRESOBJECT${year}BUSV1`]: [
			housed(FATHER, '1'),
			housed(MOTHER, '1'),
			housed(WIDOW, '2'),
			{ ...housed(DEAD, '2'), GBADATUMEINDEADRESHOUDING: '20220310' },
			housed(CHILD, '2')
		],
		VSLGWB2024TABV1: ['1', '2'].map((address) => ({
			SOORTOBJECTNUMMER: 'B',
			RINOBJECTNUMMER: address.padStart(32, '0'),
			...Object.fromEntries([2023, 2024].flatMap((vintage) => regions(address, vintage)))
		})),
		[`GBAVERBINTENISPARTNER${year}BUSV1`]: [
			...married(FATHER, MOTHER, '20190615', OPEN, ''),
			...married(WIDOW, DEAD, '19900615', '20220310', 'O')
		],
		[`KINDOUDER${year}TABV1`]: [
			{
				...R,
				RINPERSOON: CHILD,
				RINPERSOONSMa: 'R',
				RINPERSOONMa: MOTHER,
				RINPERSOONSpa: 'R',
				RINPERSOONpa: FATHER,
				XKOPPELNUMMER: '1'
			}
		],
		[`GBAOVERLIJDEN${year}TABV1`]: [{ ...R, RINPERSOON: DEAD, GBADATUMOVERLIJDEN: '20220310' }],
		[`SECM${year}BUSV1`]: [
			earning(FATHER, '11', '20150101'),
			earning(MOTHER, '11', '20150101', '20230430'),
			earning(MOTHER, '21', '20230501'),
			earning(WIDOW, '13', '20180101'),
			earning(DEAD, '25', '20150101', '20220310'),
			earning(CHILD, '31', '20200101', '20210531'),
			earning(CHILD, '22', '20210601', '20230630'),
			earning(CHILD, '26', '20230701')
		]
	};
}

function born(person: string, sex: string, year: string) {
	return {
		...R,
		RINPERSOON: person,
		GBAGESLACHT: sex,
		GBAGEBOORTEJAAR: year,
		GBAGEBOORTEMAAND: '05',
		GBAGEBOORTEDAG: '15',
		GBAIMPUTATIECODE: '0'
	};
}

function living(person: string, number: string, rest: Record<string, string>) {
	return {
		...R,
		RINPERSOON: person,
		DATUMAANVANGHH: '20200101',
		DATUMEINDEHH: OPEN,
		HUISHOUDNR: number,
		REFPERSOONHH: '1',
		AANTALKINDHH: '0',
		AANTALOVHH: '0',
		GEBJAARJONGSTEKINDHH: '----',
		GEBMAANDJONGSTEKINDHH: '--',
		GEBJAAROUDSTEKINDHH: '----',
		GEBMAANDOUDSTEKINDHH: '--',
		IMPUTATIECODEHH: '0',
		...rest
	};
}

function housed(person: string, address: string) {
	return {
		...R,
		RINPERSOON: person,
		GBADATUMAANVANGADRESHOUDING: '20200101',
		GBADATUMEINDEADRESHOUDING: OPEN,
		SOORTOBJECTNUMMER: 'B',
		RINOBJECTNUMMER: address.padStart(32, '0')
	};
}

function regions(address: string, vintage: number): [string, string][] {
	return [
		[`gem${vintage}`, '0363'],
		[`wc${vintage}`, `03630${address}`],
		[`bc${vintage}`, `03630${address}01`]
	];
}

function married(one: string, other: string, start: string, end: string, reason: string) {
	return [
		[one, other],
		[other, one]
	].map(([person, partner]) => ({
		...R,
		RINPERSOON: person!,
		RINPERSOONSVERBINTENISP: 'R',
		RINPERSOONVERBINTENISP: partner!,
		AANVANGVERBINTENIS: start,
		EINDEVERBINTENIS: end,
		TYPEVERBINTENIS: 'H',
		REDENBEEINDIGINGVERBINTENIS: reason
	}));
}

function earning(person: string, category: string, start: string, end = OPEN) {
	return { ...R, RINPERSOON: person, AANVSECM: start, EINDSECM: end, SECM: category };
}
