import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Rational } from 'diffprivlib-js';
import { BudgetRefusedError, InputError } from '../errors.ts';
import type { Wish } from '../ledger/decide.ts';
import type { Officer } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { approve, QUORUM, QuorumError } from '../ledger/statement.ts';
import type { Answer, Context, Register } from './command.ts';
import { ledgerOption, withLedger } from './options.ts';
import { inWords, proposalText, readProposal, writeText } from './proposal.ts';

interface Options {
	ledger?: string;
	lineage?: string;
	unit?: string;
	scope?: string;
	cap?: string;
	propose?: string;
	officer?: string[];
	key?: string;
	name?: string;
	out?: string;
}

const propose = [
	'--propose <file>',
	'only write it down, for officers to sign; it happens with "voorzicht ledger apply"'
] as const;

/** What changes the budget itself. Once officers are named, two of them must put their names to it. */
export function registerDecisions(ledger: Command, context: Context, answer: Parameters<Register>[2]): void {
	const decide = (options: Options, wish: () => Promise<Wish>, done: string) =>
		withLedger(context, options.ledger, async (book) => decideOrPropose(book, context, options, await wish(), done));
	ledger
		.command('open')
		.description('Opens an account with a cap of its own, or changes the cap. A cap can never go below what was spent.')
		.requiredOption('--lineage <name>', 'the population: all its revisions share one account')
		.requiredOption('--unit <kind>', 'person or household')
		.requiredOption('--cap <rho>', 'most that may ever be spent, an exact decimal or fraction')
		.option('--scope <scope>', 'horizon, year:YYYY, programme:NAME or project:NAME', 'horizon')
		.option(...propose)
		.option(...ledgerOption)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht ledger open --lineage nederland --unit household --cap 5\n  voorzicht ledger open --lineage nederland --unit household --scope year:2023 --cap 1'
		)
		.action(
			answer((options: Options) =>
				decide(
					options,
					async () => capWish(options),
					`Account ${options.lineage}, ${options.unit}, ${options.scope}: at most rho ${options.cap} may ever be spent.`
				)
			)
		);
	ledger
		.command('officer-key')
		.description('Makes the key pair of an officer: a secret file for the officer, and a line for "ledger officers".')
		.requiredOption('--name <name>', 'name of the officer')
		.requiredOption('--out <file>', 'secret file; whoever has it can sign as this officer')
		.action(answer((options: Options) => officerKey(context, options)));
	ledger
		.command('officers')
		.description('Names the officers of the budget, all of them. From then on two of them decide together.')
		.requiredOption('--officer <line...>', 'line that officer-key printed; give every officer')
		.option(...propose)
		.option(...ledgerOption)
		.action(
			answer((options: Options) =>
				decide(
					options,
					async () => ({ action: 'officers', officers: officerLines(options.officer ?? []) }),
					'The officers of this budget are named. From now on two of them decide together.'
				)
			)
		);
	ledger
		.command('reconcile')
		.description(
			'After an older database or another copy took the place of the ledger: proposes to take over what the checkpoint has seen.'
		)
		.requiredOption(...propose)
		.option(...ledgerOption)
		.action(answer((options: Options) => decide(options, async () => ({ action: 'reconcile' }), '')));
	ledger
		.command('explain')
		.description('Says what a proposal does, for an officer to read before signing it.')
		.argument('<proposal>', 'file that --propose wrote')
		.action(
			answer(async (file: string) => {
				const { statement, approvals } = await readProposal(context, file);
				const signed = approvals.map(({ officer }) => officer).join(', ');
				return {
					json: { statement, signed: approvals.map(({ officer }) => officer) },
					text: `This proposal: ${inWords(statement)}\n${signed === '' ? 'Nobody has signed it yet.' : `It carries the names of ${signed}; whether they signed this very text, "apply" checks.`}`
				};
			})
		);
	ledger
		.command('sign')
		.description('Puts the signature of an officer under a proposal. Read it first with "voorzicht ledger explain".')
		.argument('<proposal>', 'file that --propose wrote')
		.requiredOption('--key <file>', 'secret file of the officer')
		.requiredOption('--name <name>', 'name of the officer, as the ledger has it')
		.action(answer((file: string, options: Options) => signProposal(context, file, options)));
	ledger
		.command('apply')
		.description(`Does what a proposal says, with the signatures of ${QUORUM} officers under it.`)
		.argument('<proposal>', 'file that --propose wrote')
		.option(...ledgerOption)
		.action(
			answer((file: string, options: Options) =>
				withLedger(context, options.ledger, async (book) => {
					const { statement, approvals } = await readProposal(context, file);
					await withWayOut('Let another officer sign it with "voorzicht ledger sign".', () =>
						book.decide(statement, approvals)
					);
					return { json: { applied: statement }, text: `Done: ${inWords(statement)}` };
				})
			)
		);
}

async function decideOrPropose(
	ledger: Ledger,
	context: Context,
	options: Options,
	wish: Wish,
	done: string
): Promise<Answer> {
	const statement = await ledger.propose(wish);
	if (options.propose === undefined) {
		const way = `Run this again with --propose FILE, let ${QUORUM} officers sign FILE, and apply it.`;
		await withWayOut(way, () => ledger.decide(statement, []));
		return { json: { applied: statement }, text: done };
	}
	await writeText(context, options.propose, proposalText({ statement, approvals: [] }), false);
	return {
		json: { proposal: options.propose, statement },
		text: `Proposed in ${options.propose}: ${inWords(statement)}\nLet ${QUORUM} officers sign it with "voorzicht ledger sign ${options.propose} --key FILE --name NAME", then "voorzicht ledger apply ${options.propose}".`
	};
}

async function withWayOut(way: string, decide: () => Promise<void>): Promise<void> {
	try {
		await decide();
	} catch (error) {
		if (!(error instanceof QuorumError)) throw error;
		throw new BudgetRefusedError(`${error.message} ${way}`, { cause: error });
	}
}

function capWish({ lineage = '', unit = '', scope = '', cap = '' }: Options): Wish {
	if (unit !== 'person' && unit !== 'household') throw new InputError('--unit must be person or household.');
	try {
		if (Rational.parse(cap).compare(Rational.parse('0')) > 0) return { action: 'cap', lineage, unit, scope, cap };
	} catch {
		// Told below, like every other text that is no amount.
	}
	throw new InputError('--cap must be a positive exact decimal or fraction, such as 2.5.');
}

async function officerKey(context: Context, { name = '', out = '' }: Options): Promise<Answer> {
	if (name.trim() === '' || name.includes('=')) throw new InputError('--name must be a name without the sign "=".');
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	await writeText(context, out, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), true);
	const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
	return {
		json: { name, key },
		text: `The secret key is in ${out}; keep it where only ${name} can read it. The line for "voorzicht ledger officers":\n${name}=${key}`
	};
}

function officerLines(lines: readonly string[]): Officer[] {
	return lines.map((line) => {
		const at = line.indexOf('=');
		if (at < 1) throw new InputError('--officer must be NAME=KEY, as "voorzicht ledger officer-key" prints it.');
		return { name: line.slice(0, at), key: line.slice(at + 1) };
	});
}

async function signProposal(context: Context, file: string, { key = '', name = '' }: Options): Promise<Answer> {
	const { statement, approvals } = await readProposal(context, file);
	const signature = approve(statement, await privateKeyIn(context, key));
	const others = approvals.filter(({ officer: other }) => other !== name);
	await writeText(
		context,
		file,
		proposalText({ statement, approvals: [...others, { officer: name, signature }] }),
		false
	);
	return { json: { signed: statement, officer: name }, text: `${name} has signed: ${inWords(statement)}` };
}

async function privateKeyIn(context: Context, file: string): Promise<KeyObject> {
	const text = await readFile(resolve(context.cwd, file), 'utf8').catch(() => '');
	try {
		const key = createPrivateKey(text);
		if (key.asymmetricKeyType === 'ed25519') return key;
	} catch {
		// Told below; what the file holds is nobody's business.
	}
	throw new InputError(`${file} is not the secret key of an officer. Give the file that officer-key wrote.`);
}
