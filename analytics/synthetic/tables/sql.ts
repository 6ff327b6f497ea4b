/** A CBS table: its name, that of its file without extension, and the query that writes it from the staging tables. */
export interface CbsFile {
	readonly table: string;
	readonly name: string;
	readonly query: string;
	/** Column names in lower case, as some deliveries have them. */
	readonly lowerCase?: true;
}

/** Spells of a file reach back to what was so when the three years up to its end began. */
const HISTORY = 3;

/** Keys are made unlike the order of invention by a step modulo a prime: one to one, and with leading zeros. */
export const rin = (column: string): string =>
	`lpad(cast(1 + (cast(${column} as bigint) * 387420489 + 71) % 999999937 as varchar), 9, '0')`;
export const householdNumber = (column: string): string =>
	`lpad(cast(1 + (cast(${column} as bigint) * 2654435 + 11) % 99999999977 as varchar), 12, '0')`;
export const object = (column: string): string => `lpad(${text(column)}, 12, '0')`;
export const text = (column: string): string => `cast(${column} as varchar)`;

/** Key columns of a person. */
export const person = (column = 'person'): string => `'R' as RINPERSOONS, ${rin(column)} as RINPERSOON`;
export const earner = (): string => `'R' as RINPERSOONSHKW, ${rin('earner')} as RINPERSOONHKW`;

/** Spells of a cumulative file: CBS keeps all, these are those of the last years. */
export const recent = (year: number): string =>
	`since <= ${year}1231 and until >= ${year - HISTORY}1231 and since <= until`;
export const touching = (year: number): string => `since <= ${year}1231 and until >= ${year}0101 and since <= until`;
/** What lasts ends with the year, or is left open. */
export const until = (year: number): string => text(`least(until, ${year}1231)`);
export const openUntil = (year: number): string =>
	`case when until > ${year}1231 then '88888888' else ${text('until')} end`;
