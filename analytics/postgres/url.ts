import { isAbsolute, resolve } from 'node:path';
import { InputError } from '../errors.ts';

/** Where a database is: a folder with a server of our own, or a server that somebody else runs. */
export type DatabaseUrl =
	{ readonly kind: 'embedded'; readonly folder: string } | { readonly kind: 'server'; readonly url: string };

/**
 * Reads `embedded:DIR` or `postgres://user:password@host:port/database`.
 * @throws InputError without the text itself, which may hold a password.
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
	if (text.startsWith('embedded:')) {
		const folder = text.slice('embedded:'.length);
		if (folder.trim() === '')
			throw new InputError('The address embedded: must name a folder, such as embedded:.voorzicht/postgres.');
		return { kind: 'embedded', folder: isAbsolute(folder) ? folder : resolve(folder) };
	}
	if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) {
		const { hostname, pathname, searchParams } = new URL(text);
		// They would take the place of our own, such as the role whose rights the connections have.
		if (searchParams.has('options'))
			throw new InputError('The address of the database or ledger must not set options. Leave that part out.');
		if (hostname !== '' && pathname.length > 1) return { kind: 'server', url: text };
	}
	throw new InputError(
		'The address of the database or ledger must be embedded:DIR or postgres://user:password@host:port/database.'
	);
}
