import type { Level } from './rule.ts';

/** What a level of validation is about, by its number; after the European Statistical System. */
export const LEVELS: readonly string[] & { readonly [level in Level]: string } = [
	'the file and its form',
	'within one file',
	'between files and years of one source',
	'between sources of Statistics Netherlands',
	'between its sources and those of other offices',
	'against published figures'
];
