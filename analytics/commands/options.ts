import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import type { Context } from './command.ts';

/** Parser of an option that is a whole number within bounds. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
	return (text) => {
		const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
		if (!(value >= least && value <= most))
			throw new InputError(`${option} must be a whole number from ${least} to ${most}.`);
		return value;
	};
}

/** Parser of a span of years: `2023` or `2021-2023`. */
export function years(option: string): (text: string) => [number, number] {
	return (text) => {
		const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
		const first = Number(match?.[1]);
		const last = Number(match?.[2] ?? match?.[1]);
		if (match === null || first > last || first < 2011 || last > 2100)
			throw new InputError(`${option} must be a year or a span of years between 2011 and 2100, such as 2021-2023.`);
		return [first, last];
	};
}

/** Folder of everything that Voorzicht keeps, unless told otherwise. */
export const DATA_FOLDER = '.voorzicht';

/** Where published figures live: `--database`, or VOORZICHT_DATABASE, or an embedded server in the data folder. */
export function databaseUrl(context: Context, option: string | undefined, folder: string = DATA_FOLDER): string {
	return option ?? context.env['VOORZICHT_DATABASE'] ?? embedded(context, folder);
}

/** Where the budget is kept: `--ledger`, or VOORZICHT_LEDGER, or the same server as the database. */
export function ledgerUrl(context: Context, option: string | undefined, folder: string = DATA_FOLDER): string {
	return option ?? context.env['VOORZICHT_LEDGER'] ?? context.env['VOORZICHT_DATABASE'] ?? embedded(context, folder);
}

/**
 * What of the ledger lives outside its database: VOORZICHT_LEDGER_KEY, a secret that its chain of entries is sealed with, and
 * VOORZICHT_LEDGER_CHECKPOINT, a file that remembers the last entry (beside an embedded database it is there by itself).
 */
export function ledgerGuards({ env, cwd }: Context): { hmacKey?: string; checkpoint?: string } {
	const key = env['VOORZICHT_LEDGER_KEY'];
	const checkpoint = env['VOORZICHT_LEDGER_CHECKPOINT'];
	return {
		...(key === undefined ? {} : { hmacKey: key }),
		...(checkpoint === undefined ? {} : { checkpoint: resolve(cwd, checkpoint) })
	};
}

function embedded(context: Context, folder: string): string {
	return `embedded:${resolve(context.cwd, folder, 'postgres')}`;
}
