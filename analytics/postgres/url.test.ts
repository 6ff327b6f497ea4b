import { expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { translateFault } from './faults.ts';
import { parseDatabaseUrl } from './url.ts';

it('reads both kinds of database URL', () => {
	expect(parseDatabaseUrl('embedded:/data/db')).toEqual({ kind: 'embedded', folder: '/data/db' });
	expect(parseDatabaseUrl('postgres://u:p@h:5432/d')).toEqual({ kind: 'server', url: 'postgres://u:p@h:5432/d' });
});

it.each([
	'',
	'embedded:',
	'embedded:  ',
	'postgres://',
	'postgres://h',
	'postgres://u:secret@h:99999/d',
	'mysql://u:secret@h/d'
])('refuses %j without repeating it', (text) => {
	expect(() => parseDatabaseUrl(text)).toThrow(InputError);
	expect(() => parseDatabaseUrl(text)).not.toThrow(/secret/);
});

it('tells no more of a database error than its code', () => {
	const error = Object.assign(new Error('invalid input syntax: "canary"'), {
		code: '22P02',
		detail: 'canary',
		where: 'canary'
	});
	const told = translateFault(error);
	expect(told.message).toContain('22P02');
	expect(`${told.message} ${String(told.cause)} ${JSON.stringify(told)}`).not.toContain('canary');
});
