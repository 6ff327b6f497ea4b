import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutsideFaultError } from '../errors.ts';
import { codeOf } from './faults.ts';

export const OWNER = 'voorzicht_owner';
export const READER = 'voorzicht_reader';

export interface Credentials {
	readonly owner: string;
	readonly reader: string;
}

/**
 * The passwords of an embedded server, made once and kept in `credentials.json`, readable by its owner alone. Of two
 * processes that make them at the same time, the first one's stay.
 */
export function credentialsOf(folder: string): Credentials {
	const file = join(folder, 'credentials.json');
	const known = read(file);
	if (known !== null) return known;
	mkdirSync(folder, { recursive: true });
	const made = { owner: randomBytes(24).toString('base64url'), reader: randomBytes(24).toString('base64url') };
	const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
	writeFileSync(draft, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
	try {
		linkSync(draft, file);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	return read(file) ?? made;
}

function read(file: string): Credentials | null {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw new OutsideFaultError(`${file} cannot be read. Run as the user who made the database.`, { cause: error });
	}
	const { owner, reader } = JSON.parse(text) as Partial<Credentials>;
	if (owner === undefined || reader === undefined)
		throw new OutsideFaultError(`${file} is damaged. Restore it from a backup of the folder.`);
	return { owner, reader };
}
