import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { InputError, OutsideFaultError } from '../errors.ts';
import { rhoText } from '../ledger/amount.ts';
import type { Approval, Officer } from '../ledger/entry.ts';
import { canonical, type Statement } from '../ledger/statement.ts';
import type { Context } from './command.ts';

const digits = z.string().regex(/^(0|[1-9]\d{0,12})$/);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ number: z.number().int().nonnegative(), hash: hex });
const officer = z.strictObject({ name: z.string(), key: z.string() });
const account = { lineage: z.string(), unit: z.enum(['person', 'household']), scope: z.string() };
const proposalSchema = z.strictObject({
	statement: z.discriminatedUnion('action', [
		z.strictObject({ action: z.literal('cap'), ...account, from: digits.nullable(), to: digits, after: head }),
		z.strictObject({ action: z.literal('officers'), from: z.array(officer), to: z.array(officer), after: head }),
		z.strictObject({ action: z.literal('reconcile'), database: head, checkpoint: head.nullable() })
	]),
	approvals: z.array(z.strictObject({ officer: z.string(), signature: z.string() })).max(100)
});

/** A decision about the budget as a file: what officers sign, and their signatures. */
export interface Proposal {
	readonly statement: Statement;
	readonly approvals: readonly Approval[];
}

/** @throws InputError */
export async function readProposal(context: Context, file: string): Promise<Proposal> {
	const text = await readFile(resolve(context.cwd, file), 'utf8').catch(() => {
		throw new InputError(`The proposal ${file} cannot be read. Give the file that --propose wrote.`);
	});
	const parsed = proposalSchema.safeParse(jsonOf(text));
	// Read in another way by another program, the same file could say another thing: it has one spelling.
	if (!parsed.success || proposalText(parsed.data) !== text)
		throw new InputError(`${file} is not a proposal as --propose and sign write them. Give that file.`);
	return parsed.data;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export function proposalText(proposal: Proposal): string {
	return `${JSON.stringify(JSON.parse(canonical(proposal)), null, '\t')}\n`;
}

/** What officers read before they sign. */
export function inWords(statement: Statement): string {
	switch (statement.action) {
		case 'cap': {
			const { lineage, unit, scope, from, to } = statement;
			const before = from === null ? 'it has no account yet' : `now ${rhoText(BigInt(from))}`;
			return `the cap of ${lineage}, ${unit}, ${scope} becomes rho ${rhoText(BigInt(to))} (${before}).`;
		}
		case 'officers': {
			const from = new Set(statement.from.map(personText));
			const to = new Set(statement.to.map(personText));
			const changes = [
				...[...to].map((person) => `${from.has(person) ? 'stays' : 'NEW'}: ${person}`),
				...[...from].filter((person) => !to.has(person)).map((person) => `GOES: ${person}`)
			];
			return `these are the officers of the budget.\n${changes.map((change) => `- ${change}`).join('\n')}`;
		}
		case 'reconcile':
			return reconcileText(statement);
	}
}

/** A name proves nothing; the fingerprint of the key is what officers compare. */
function personText({ name, key }: Officer): string {
	return `${name}, key ${createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 16)}`;
}

function reconcileText({ database, checkpoint }: Extract<Statement, { action: 'reconcile' }>): string {
	const from = `the ledger goes on from entry ${database.number} of this database`;
	if (checkpoint === null)
		return `${from}. Its checkpoint is gone: whatever was charged after that entry is FORGOTTEN and can be spent again. Be sure that this is the newest database.`;
	return `${from}. Its checkpoint has seen entry ${checkpoint.number}: what it saw spent stays spent.`;
}

/** @param isSecret for its owner alone, and never over another file */
export async function writeText(context: Context, file: string, text: string, isSecret: boolean): Promise<void> {
	const options = isSecret ? { mode: 0o600, flag: 'wx' } : {};
	await writeFile(resolve(context.cwd, file), text, options).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'EEXIST')
			throw new InputError(`${file} exists already. Choose another name for the secret key.`);
		throw new OutsideFaultError(`${file} cannot be written (${error.code ?? 'unknown'}).`, { cause: error });
	});
}
