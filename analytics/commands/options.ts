import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger, type LedgerOptions } from '../ledger/open.ts';
import type { Answer, Context } from './command.ts';

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
function ledgerUrl(context: Context, option: string | undefined, folder: string = DATA_FOLDER): string {
	return option ?? context.env['VOORZICHT_LEDGER'] ?? context.env['VOORZICHT_DATABASE'] ?? embedded(context, folder);
}

/**
 * What of the ledger lives outside its database: VOORZICHT_LEDGER_KEY, the secret that its entries are sealed with, and
 * VOORZICHT_LEDGER_CHECKPOINT, the file that remembers every entry. What is not set lies beside an embedded database, or, of
 * a database server, in the data folder under its name.
 */
function ledgerGuards({ env, cwd }: Context, url: string): LedgerOptions {
	const key = env['VOORZICHT_LEDGER_KEY'];
	const checkpoint = env['VOORZICHT_LEDGER_CHECKPOINT'];
	return {
		...(key === undefined ? {} : { key }),
		...(checkpoint === undefined ? {} : { checkpoint: resolve(cwd, checkpoint) }),
		...(url.startsWith('embedded:') ? {} : { beside: resolve(cwd, DATA_FOLDER, serverName(url)) })
	};
}

/** A database server as part of a file's name, without its password. */
function serverName(url: string): string {
	const { hostname = '', port = '', pathname = '' } = URL.canParse(url) ? new URL(url) : {};
	return ['ledger', hostname, port, pathname.slice(1)].join('-').replace(/[^A-Za-z0-9.-]/g, '_');
}

/** The ledger that a command means, opened. */
export function openLedgerOf(context: Context, option: string | undefined, folder?: string): Promise<Ledger> {
	const url = ledgerUrl(context, option, folder);
	return openLedger(url, ledgerGuards(context, url));
}

/** Says which ledger a command means. */
export const ledgerOption = [
	'--ledger <url>',
	'embedded:DIR or postgres://... (default: embedded, under .voorzicht)'
] as const;

export async function withLedger(
	context: Context,
	url: string | undefined,
	use: (ledger: Ledger) => Promise<Answer>
): Promise<Answer> {
	const ledger = await openLedgerOf(context, url);
	try {
		return await use(ledger);
	} finally {
		await ledger.close();
	}
}

function embedded(context: Context, folder: string): string {
	return `embedded:${resolve(context.cwd, folder, 'postgres')}`;
}
