import { CHILD, FATHER, MOTHER, OPEN, R, type TinyTables } from './tiny-world.ts';

type Spell = readonly [person: string, start: string, end: string];

const ASSISTANCE: readonly Spell[] = [[CHILD, '20210601', '20230630']];
const DEFAULTS: readonly Spell[] = [
	[FATHER, '20190501', '20210731'],
	[MOTHER, '20220901', OPEN]
];
const RESTRUCTURINGS: readonly Spell[] = [[FATHER, '20210101', '20230630']];

/** The tables of benefits and schemes of a year. */
export function tinySpells(year: number): TinyTables {
	return {
		[`BIJSTANDUITKERINGTAB${year}V1`]: touching(ASSISTANCE, year).map(([person, start, end]) => ({
			...R,
			RINPERSOON: person,
			BIJSTANDStatistiekcodeA: '13',
			BIJSTANDAanvangUitkeringPersoon1A: start,
			BIJSTANDEindeUitkeringPersoon1A: end,
			BIJSTANDIndicatieLopendA: end === OPEN ? '1' : '0'
		})),
		[`WUSUITKERING1A${year}12TABV1`]: [
			{
				RINPersoonS: 'R',
				RINPersoon: MOTHER,
				WUSEindeuitkering1A: OPEN,
				WUSIndic1A: year < 2023 ? '0' : '1',
				WUSBedragTw1A: year < 2023 ? '0' : '1450'
			}
		],
		[`AOTOTUITKERINGA${year}12TABV1`]: [
			{ RINPersoonS: 'R', RINPersoon: FATHER, AOTotWetcodeV2: '5', AOTotStatusV2: '1' }
		],
		[`ZVWWANBETALERS${year}TABV1`]: touching(DEFAULTS, year).map(([person, start, end]) => ({
			...R,
			RINPERSOON: person,
			AANVANGWANBETALER: start,
			EINDEWANBETALER: end
		})),
		[`WSNP${year}TABV1`]: touching(RESTRUCTURINGS, year).map(([person, start, end]) => ({
			...R,
			RINPERSOON: person,
			AANVANGWSNP: start,
			EINDEWSNP: end
		}))
	};
}

/** The spells that touch a year, as its file has them: what ends later is open. */
function touching(spells: readonly Spell[], year: number): Spell[] {
	return spells
		.filter(([, start, end]) => start <= `${year}1231` && end >= `${year}0101`)
		.map(([person, start, end]) => [person, start, end > `${year}1231` ? OPEN : end]);
}
