import { MAIN_EARNERS, MOTHER, PERSONS, R, type TinyTables } from './tiny-world.ts';

const UNKNOWN = '9999999999';

/** Income as a percentage of the low-income threshold: H1 falls below it in 2022, H3's is unknown. */
const LOW: Readonly<Record<number, readonly [string, string, string]>> = {
	2021: ['120', '210', '-1'],
	2022: ['95', '225', '-1'],
	2023: ['88', '240', '-1']
};

/** The tables of incomes, wealth and housing costs of a year. */
export function tinyIncomes(year: number): TinyTables {
	const low = LOW[year] ?? LOW[2023]!;
	return {
		[`KOPPELPERSOONHUISHOUDEN${year}TABV1`]: PERSONS.map((person, i) => ({
			...R,
			RINPERSOON: person,
			RINPERSOONSHKW: 'R',
			RINPERSOONHKW: i === 0 ? MOTHER : person
		})),
		[`INHA${year}TABV1`]: MAIN_EARNERS.map((earner, i) => ({
			RINPERSOONSHKW: 'R',
			RINPERSOONHKW: earner,
			INHARMLAG: low[i]!,
			INHARMLAGL: ['105', '215', '-1'][i]!,
			INHARMSOC: i === 2 ? '-1' : String(Math.round(0.95 * Number(low[i]))),
			INHARMSOCL: ['100', '204', '-1'][i]!,
			INHARMEUR: i === 2 ? '-1' : String(Math.round(0.82 * Number(low[i]))),
			INHARMEURL: ['86', '176', '-1'][i]!,
			INHAHL: i === 0 ? '2' : '1',
			INHBBIHJ: ['11', '13', '22'][i]!,
			INHBESTINKH: ['21000', '32000', UNKNOWN][i]!,
			INHBRUTINKH: ['26000', '51000', UNKNOWN][i]!,
			INHGESTINKH: ['15300', '32000', UNKNOWN][i]!,
			INHPRIMINKH: ['22000', '48000', UNKNOWN][i]!,
			INHEHALGR: ['3', '1', '2'][i]!
		})),
		[`INPA${year}TABV1`]: PERSONS.map((person, i) => ({
			...R,
			RINPERSOON: person,
			INPPERSBRUT: ['12000', '14000', '51000', UNKNOWN][i]!,
			INPPERSPRIM: ['12000', '10000', '48000', UNKNOWN][i]!,
			INPBELI: ['11500', '13500', '-2500', UNKNOWN][i]!,
			INPEMEZ: '1',
			INPPINK: i === 3 ? '9' : '1',
			INPPOSHHK: i === 0 ? '2' : '1',
			INPPH868ZTS: ['600', '600', '0', UNKNOWN][i]!,
			INPT7340HRS: ['0', '2400', '0', UNKNOWN][i]!,
			INPT6325KGB: '0'
		})),
		[`VEH${year}TABV1`]: MAIN_EARNERS.map((earner, i) => wealth(earner, i === 2 ? null : [900, 85000][i]!)),
		[`WOONLASTEN${year}TABV1`]: MAIN_EARNERS.slice(0, 2).map((earner, i) => ({
			RINPERSOONSHKW: 'R',
			RINPERSOONHKW: earner,
			WOONLASTEN: ['9600', '8000'][i]!
		}))
	};
}

/** Wealth that lies in the bank alone; null when it is unknown. */
function wealth(earner: string, euros: number | null) {
	const [some, none] = euros === null ? ['99999999999', '99999999999'] : [String(euros), '0'];
	return {
		RINPERSOONSHKW: 'R',
		RINPERSOONHKW: earner,
		VEHW1000VERH: some,
		VEHW1110FINH: some,
		VEHWVEREXEWH: some,
		VEHW1100BEZH: some,
		VEHW1120ONRH: none,
		VEHW1130ONDH: none,
		VEHW1140ABEH: none,
		VEHW1150OVEH: none,
		VEHW1200STOH: none,
		VEHW1210SHYH: none,
		VEHW1220SSTH: none,
		VEHW1230SOVH: none
	};
}
