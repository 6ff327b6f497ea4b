import { OutsideFaultError, VoorzichtError } from '../errors.ts';

const UNREACHABLE = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EPIPE'
]);
/** SQLSTATE classes that are no fault of a statement: connection, login, catalogue name, resources, operator, system. */
const OUTSIDE = /^(08|28|3D|53|57|58|F0|XX)/;
const MISSING_RIGHT = '42501';
/** Raised by the migration of ledgers that are not empty. */
const OLD_LEDGER = 'VZ001';
const INACTIVITY = /terminated|timeout|closed|not queryable/i;

export function databaseUnavailable(code: string): OutsideFaultError {
	return new OutsideFaultError(
		`The database cannot be used (${code}). Check that its server runs, that the URL and password are right, and that its disk is not full.`
	);
}

/**
 * What may be said of an error of the driver: its code. The message, detail, where and hint of PostgreSQL quote values,
 * so they go no further, not even as a cause.
 */
export function translateFault(error: unknown): Error {
	if (error instanceof VoorzichtError) return error;
	const code = codeOf(error);
	if (code === MISSING_RIGHT)
		return new OutsideFaultError(
			'The database role lacks a right that this command needs (SQLSTATE 42501). Connect as the owner of the database; if it may not create roles, let an administrator create voorzicht_reader, voorzicht_publisher and voorzicht_spender once, and make it a member of the last two.'
		);
	if (code === OLD_LEDGER)
		return new OutsideFaultError(
			'This ledger was made by an earlier version, whose entries are not sealed with a key. Keep it as a record, and begin a new one with --ledger.'
		);
	if (UNREACHABLE.has(code) || OUTSIDE.test(code)) return databaseUnavailable(code);
	if (code !== '') return new Error(`the database refused a statement (SQLSTATE ${code})`);
	if (error instanceof Error && INACTIVITY.test(error.message)) return databaseUnavailable('connection lost');
	return error instanceof Error ? error : new Error('a fault without a description');
}

export function codeOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
		? error.code
		: '';
}

/** Runs something on the database; what it throws is translated. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw translateFault(error);
	}
}
