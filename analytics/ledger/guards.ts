import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError, OutsideFaultError } from '../errors.ts';
import { codeOf } from '../postgres/faults.ts';

/** What of a ledger lives outside its database. */
export interface Guards {
	/** The secret that entries are sealed with; null: it is lost, and nothing can be sealed. */
	readonly key: string | null;
	/** File of the checkpoint. */
	readonly checkpoint: string;
}

/** Given by the environment; what is not given lies beside the database. */
export interface GivenGuards {
	readonly key?: string;
	readonly checkpoint?: string;
}

const LEAST_KEY = 16;

/**
 * The guards of a ledger. A key that nobody gave is made once, with the first entry, and kept in a file of its owner's alone.
 * @param beside path of the database's folder, or one that stands for a database elsewhere
 * @param hasEntries a ledger with entries never gets a new key
 */
export async function guardsOf(given: GivenGuards, beside: string, hasEntries: boolean): Promise<Guards> {
	if (given.key !== undefined && given.key.length < LEAST_KEY)
		throw new InputError(`The key of the ledger (VOORZICHT_LEDGER_KEY) has at least ${LEAST_KEY} characters.`);
	const checkpoint = given.checkpoint ?? `${beside}.checkpoint.jsonl`;
	return { key: given.key ?? (await keptKey(`${beside}.ledger-key`, hasEntries)), checkpoint };
}

async function keptKey(file: string, hasEntries: boolean): Promise<string | null> {
	const known = await readKey(file);
	if (known !== null || hasEntries) return known;
	const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		const handle = await open(draft, 'wx', 0o600);
		await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`);
		await handle.sync();
		await handle.close();
		// Of two processes that make it at the same time, the first one's stays.
		await link(draft, file);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST')
			throw new OutsideFaultError(`The key of the ledger cannot be written to ${file}. Check its place and rights.`, {
				cause: error
			});
	} finally {
		await rm(draft, { force: true });
	}
	return readKey(file);
}

async function readKey(file: string): Promise<string | null> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return null;
		throw new OutsideFaultError(`The key of the ledger in ${file} cannot be read. Run as the user who made it.`, {
			cause: error
		});
	});
	if (text !== null && text.trim().length < LEAST_KEY)
		throw new OutsideFaultError(`The key of the ledger in ${file} is damaged. Restore it from a backup.`);
	return text === null ? null : text.trim();
}
