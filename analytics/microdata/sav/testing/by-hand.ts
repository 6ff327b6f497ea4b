import { bytecode, info, savBytes, variable, zlibParts, type Part, type SavBytes } from './sav-bytes.ts';
import type { Value } from './read-all.ts';

/** Kinds of formats. */
export const A = 1;
export const F = 5;
const ADATE = 23;
const DATETIME = 22;

const SYSMIS = -Number.MAX_VALUE;
/** 31 December 2023 and 29 February 2024, in seconds since 14 October 1582. */
const NEW_YEARS_EVE = (141_428 + 19_722) * 86_400;
const LEAP_DAY = NEW_YEARS_EVE + 60 * 86_400;

/** Every kind of record that a dictionary may hold, with é as one byte of Windows-1252 in a name. */
const dictionary: readonly Part[] = [
	...variable('KIND', 1, A),
	...variable('KEY', 9, A),
	// A label of 5 bytes, filled up to 8, and a range with a single missing value.
	{ i32: [2, 0, 1, -3, F << 16, F << 16] },
	'AMOUNT  ',
	{ i32: [5] },
	'euros\0\0\0',
	{ f64: [-9, -1, 99] },
	...variable('DATE', 0, ADATE),
	...variable('MOMENT', 0, DATETIME),
	...variable('LONG', 255, A),
	...variable('LONG1', 48, A),
	// Two labels for the first variable: of 3 bytes, which fills 8 with the byte of its length, and of none.
	{ i32: [3, 2] },
	'R       ',
	{ bytes: [3] },
	'abc    ',
	'X       ',
	{ bytes: [0] },
	' '.repeat(7),
	{ i32: [4, 1, 1] },
	{ i32: [6, 1] },
	'a document'.padEnd(80),
	...info(4, 8, 3, { f64: [SYSMIS, Number.MAX_VALUE, SYSMIS] }),
	...info(11, 4, 3, { i32: [1, 8, 0] }),
	...info(13, 1, 24, 'KIND=RinpersoonS\tKEY=Cl\xe9'),
	...info(14, 1, 12, 'LONG=00300\0\t'),
	...info(16, 8, 2, { i64: [1, 2] })
];

const long = 'abcdefghij'.repeat(30);
/** The first segment of a long text has 255 bytes, filled up to 256, the second the rest, filled up to 48 with anything. */
const longParts = [`${long.slice(0, 255)}z`, long.slice(255).padEnd(48, 'z')];
const moments: Part[] = [{ f64: [NEW_YEARS_EVE] }, { f64: [LEAP_DAY + 5000.5] }];

const records: readonly Part[] = [
	'R       ',
	'012345678       ',
	{ f64: [-9] },
	...moments,
	...longParts,
	'\xe9       ',
	' \x80              ',
	{ f64: [SYSMIS, SYSMIS, -5] },
	' '.repeat(304)
];

/** Commands: 91 is -9 with a bias of 100, 254 eight blanks, 255 no value, 0 nothing, 252 the end. */
const commands: readonly (number | Part)[] = [
	'R       ',
	'01234567',
	'8       ',
	91,
	...moments,
	...longParts.join('').match(/.{8}/gs)!,
	0,
	'\xe9       ',
	' \x80      ',
	254,
	255,
	255,
	{ f64: [-5] },
	...new Array<number>(38).fill(254),
	252
];

export const columnsByHand = [
	{ name: 'RinpersoonS', type: 'VARCHAR', floating: false },
	{ name: 'Clé', type: 'VARCHAR', floating: false },
	{ name: 'AMOUNT', type: 'DOUBLE', floating: true },
	{ name: 'DATE', type: 'DOUBLE', floating: true },
	{ name: 'MOMENT', type: 'DOUBLE', floating: true },
	{ name: 'LONG', type: 'VARCHAR', floating: false }
];

export const rowsByHand: Value[][] = [
	['R', '012345678', -9, 20231231, 20240229, long],
	['é', ' €', null, null, null, '']
];

/** Two records with every kind of value, in a file with every kind of record. */
export function fileByHand(kind: 'none' | 'bytecode' | 'zlib', bigEndian: boolean, blockBytes = 100): Buffer {
	const integers = info(3, 4, 8, { i32: [1, 0, 0, -1, 1, 1, bigEndian ? 1 : 2, 1252] });
	const file: SavBytes = { bigEndian, cases: 2, dictionary: [...dictionary, ...integers], records };
	if (kind === 'none') return savBytes(file);
	const packed = bytecode(commands, bigEndian);
	if (kind === 'bytecode') return savBytes({ ...file, compression: 1, records: [{ bytes: packed }] });
	const start = savBytes({ ...file, records: [] }).length;
	return savBytes({ ...file, magic: '$FL3', compression: 2, records: zlibParts(packed, start, blockBytes) });
}
