import { resolve } from 'node:path';
import { Rational } from 'diffprivlib-js';
import { InputError } from '../errors.ts';
import { openLedger, type Ledger } from '../ledger/ledger.ts';
import type { Answer, Context, Register } from './command.ts';
import { ledgerGuards, ledgerUrl } from './options.ts';
import { columns } from './plan.ts';

interface Options {
	ledger?: string;
	checkpoint?: string;
	lineage?: string;
	unit?: string;
	scope?: string;
	cap?: string;
}

const url = ['--ledger <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)'] as const;

export const registerLedger: Register = (program, context, answer) => {
	const ledger = program
		.command('ledger')
		.description("The privacy budget's history, its verification, and opening an account.");
	ledger
		.command('show')
		.description('Prints every account with what is spent of its cap, and every charge.')
		.option(...url)
		.action(answer((options: Options) => withLedger(context, options, show)));
	ledger
		.command('verify')
		.description(
			'Verifies the chain of entries, the sums of the accounts, the stored answers, and the checkpoint outside the database. Exit code 3 when something is wrong.'
		)
		.option(...url)
		.option('--checkpoint <file>', 'checkpoint to verify against (default: the one beside an embedded database)')
		.action(
			answer((options: Options) =>
				withLedger(context, options, (book) =>
					verify(book, options.checkpoint && resolve(context.cwd, options.checkpoint))
				)
			)
		);
	ledger
		.command('open')
		.description('Opens an account with a cap of its own, or changes the cap. A cap can never go below what was spent.')
		.requiredOption('--lineage <name>', 'the population: all its revisions share one account')
		.requiredOption('--unit <kind>', 'person or household')
		.requiredOption('--cap <rho>', 'most that may ever be spent, an exact decimal or fraction')
		.option('--scope <scope>', 'horizon, or period:NAME', 'horizon')
		.option(...url)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht ledger open --lineage nederland --unit household --cap 5\n  voorzicht ledger open --lineage nederland --unit household --scope period:2023 --cap 1'
		)
		.action(answer((options: Options) => withLedger(context, options, (book) => open(book, options))));
};

async function withLedger(
	context: Context,
	options: Options,
	use: (ledger: Ledger) => Promise<Answer>
): Promise<Answer> {
	const ledger = await openLedger(ledgerUrl(context, options.ledger), ledgerGuards(context));
	try {
		return await use(ledger);
	} finally {
		await ledger.close();
	}
}

async function show(ledger: Ledger): Promise<Answer> {
	const history = await ledger.history();
	const accounts = history.accounts.map((a) => [`${a.lineage}, ${a.unit}, ${a.scope}`, a.spent, a.cap]);
	const entries = history.entries.map((e) => [`${e.entry}`, e.at, e.lineage, e.period, e.description, e.state, e.rho]);
	return {
		json: history,
		text: [
			...columns([['account', 'spent (rho)', 'cap (rho)'], ...accounts]),
			'',
			...columns([['entry', 'when', 'population', 'period', 'what', 'state', 'rho'], ...entries])
		].join('\n')
	};
}

async function verify(ledger: Ledger, checkpoint: string | undefined): Promise<Answer> {
	const result = await ledger.verify(checkpoint === undefined ? {} : { checkpoint });
	return {
		json: result,
		text: result.ok
			? `The ledger is whole: ${result.entries} entries verified.`
			: `The ledger is NOT whole:\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
		exitCode: result.ok ? 0 : 3
	};
}

async function open(ledger: Ledger, { lineage = '', unit = '', scope = '', cap = '' }: Options): Promise<Answer> {
	if (unit !== 'person' && unit !== 'household') throw new InputError('--unit must be person or household.');
	const amount = positive(cap);
	const account = await ledger.open({ lineage, unit, scope, cap: amount.toString() });
	return { json: account, text: `Account ${lineage}, ${unit}, ${scope}: at most rho ${cap} may ever be spent.` };
}

function positive(cap: string): Rational {
	try {
		const amount = Rational.parse(cap);
		if (amount.compare(Rational.parse('0')) > 0) return amount;
	} catch {
		// Told below, like every other text that is no amount.
	}
	throw new InputError('--cap must be a positive exact decimal or fraction, such as 2.5.');
}
