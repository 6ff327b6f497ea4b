// What whole numbers of the staging tables become in a file. Each form says it twice: in SQL, for any format and for dirt to be put
// in, and in code, for the quick way to Parquet. A test holds both together.

/** Text of few different values. */
export interface WordForm {
	readonly type: 'text';
	readonly text: (value: number) => string;
	readonly sql: (value: string) => string;
}

/** Text of as many digits, almost all different; 0 is `none` where that may be. */
export interface DigitsForm {
	readonly type: 'text';
	readonly width: 9 | 12;
	readonly none: string | null;
	readonly sql: (value: string) => string;
}

/** The number itself; `few` when there are few different ones. */
export interface NumberForm {
	readonly type: 'tinyint' | 'integer' | 'bigint';
	readonly few: boolean;
	readonly sql: (value: string) => string;
}

export type Form = WordForm | DigitsForm | NumberForm;

const text = (value: string): string => `cast(${value} as varchar)`;
const padded = (value: string, width: number): string => `lpad(${text(value)}, ${width}, '0')`;

/** A code or date as it is. */
export const CODE: WordForm = { type: 'text', text: String, sql: text };

/** A code of as many digits, with leading zeros. */
export function code(width: number): WordForm {
	return {
		type: 'text',
		text: (value) => String(value).padStart(width, '0'),
		sql: (value) => padded(value, width)
	};
}

/** The same, and dashes for 0. */
export function codeOrDashes(width: number): WordForm {
	const dashes = '-'.repeat(width);
	const known = code(width);
	return {
		type: 'text',
		text: (value) => (value === 0 ? dashes : known.text(value)),
		sql: (value) => `case when ${value} = 0 then '${dashes}' else ${known.sql(value)} end`
	};
}

/** Words by their place. */
export function word(...words: readonly string[]): WordForm {
	return {
		type: 'text',
		text: (value) => words[value]!,
		sql: (value) =>
			words.length === 1
				? `'${words[0]!}'`
				: `case ${value} ${words.map((one, i) => `when ${i} then '${one}'`).join(' ')} end`
	};
}

export function digits(width: 9 | 12): DigitsForm {
	return { type: 'text', width, none: null, sql: (value) => padded(value, width) };
}

export function digitsOrDashes(width: 9 | 12): DigitsForm {
	return { type: 'text', width, none: '-'.repeat(width), sql: codeOrDashes(width).sql };
}

function number(type: NumberForm['type'], few: boolean): NumberForm {
	return { type, few, sql: (value) => `cast(${value} as ${type})` };
}

export const FLAG = number('tinyint', true);
/** A number of persons, or a percentage. */
export const COUNT = number('integer', true);
export const AMOUNT = number('integer', false);
/** An amount with codes for a missing one that an integer cannot hold. */
export const WIDE_AMOUNT = number('bigint', false);
