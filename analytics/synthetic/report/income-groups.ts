/** What groups of households in low-income statistics are told apart by; null where the register does not say. */
export interface Cell {
	/** TYPHH. */
	readonly type: number | null;
	/** Of the main earner. */
	readonly man: boolean | null;
	/** The main earner is of pension age. */
	readonly pensioner: boolean | null;
	/** Every child at home is below 18; null without children. */
	readonly minors: boolean | null;
	/** Ten-year band of the main earner's age: 2 until 24, 3 for 25-34, ..., 8 for 75-84, 9 from 85 on. */
	readonly age: number | null;
	/** INHBBIHJ and INHEHALGR. */
	readonly source: number | null;
	readonly tenure: number | null;
}

type Belongs = (cell: Cell) => boolean;

const type =
	(...codes: number[]): Belongs =>
	(cell) =>
		codes.includes(cell.type ?? 0);
const source =
	(...codes: number[]): Belongs =>
	(cell) =>
		codes.includes(cell.source ?? 0);
const tenure =
	(...codes: number[]): Belongs =>
	(cell) =>
		codes.includes(cell.tenure ?? 0);
const age =
	(from: number, to: number): Belongs =>
	(cell) =>
		cell.age !== null && cell.age >= from && cell.age <= to;
const old: Belongs = (cell) => cell.pensioner === true;
const young: Belongs = (cell) => cell.pensioner === false;
const minors: Belongs = (cell) => cell.minors === true;
const adult: Belongs = (cell) => cell.minors === false;
const all =
	(...conditions: Belongs[]): Belongs =>
	(cell) =>
		conditions.every((condition) => condition(cell));

const ONE = type(1);
const PARENT = type(6);
const CHILDLESS = type(2, 3);
const FAMILY = type(4, 5);

/** Groups of StatLine 83841NED by code, as far as the tables tell them; those by origin are not. */
export const GROUPS: Readonly<Record<string, Belongs>> = {
	'1050010': () => true,
	'1050015': ONE,
	A043011: all(ONE, young),
	A043012: all(ONE, old),
	'1016010': type(2, 3, 4, 5, 6, 7),
	'1050190': PARENT,
	'1050195': all(PARENT, minors),
	'1050200': all(PARENT, adult),
	'1050055': type(2, 3, 4, 5),
	'1017780': CHILDLESS,
	'1017790': all(CHILDLESS, young),
	'1017800': all(CHILDLESS, old),
	'1016090': FAMILY,
	'1017810': all(FAMILY, minors),
	'1017880': all(FAMILY, adult),
	'1050220': type(7),
	'3000': (cell) => cell.man === true,
	'4000': (cell) => cell.man === false,
	A025340: age(2, 2),
	A025343: age(3, 4),
	A025351: age(5, 6),
	A025359: age(7, 9),
	A025342: age(3, 3),
	A025347: age(4, 4),
	A025350: age(5, 5),
	A025354: age(6, 6),
	A025358: age(7, 7),
	A042086: age(8, 8),
	A042087: age(9, 9),
	'1013395': source(11, 12, 13, 14, 15),
	'1013400': source(11),
	'1013601': source(12, 13, 14, 15),
	'1013602': source(13),
	'1013603': source(12),
	'1013604': source(14, 15),
	'1013650': source(21, 22, 23, 24, 25),
	'1013700': source(21, 24, 25),
	'1013750': source(21),
	'1013800': source(24),
	'1013850': source(25),
	'1013900': source(22, 23),
	'1013950': source(22),
	'1014040': source(23),
	'1014800': tenure(1),
	'1014850': tenure(2, 3),
	'1014950': tenure(2),
	'1014900': tenure(3)
};
