import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Answer, Context, Register } from './command.ts';
import { registerDecisions } from './ledger-decisions.ts';
import { ledgerOption, withLedger } from './options.ts';
import { columns } from './plan.ts';

interface Options {
	ledger?: string;
	checkpoint?: string;
	bundle?: string;
}

export const registerLedger: Register = (program, context, answer) => {
	const ledger = program
		.command('ledger')
		.description("The privacy budget's history, its verification, and who may decide about it.");
	ledger
		.command('show')
		.description('Prints every account with what is spent of its cap, and every charge.')
		.option(...ledgerOption)
		.action(answer((options: Options) => withLedger(context, options.ledger, show)));
	ledger
		.command('verify')
		.description(
			'Verifies the chain of entries, the sums of the accounts, the stored answers, and the checkpoint outside the database. Exit code 3 when something is wrong. The same without this program: node analytics/ledger/verify.ts --help.'
		)
		.option(...ledgerOption)
		.option('--checkpoint <file>', 'checkpoint to verify against (default: the one of this ledger)')
		.option('--bundle <dir>', 'look as well whether this bundle is one that the ledger knows')
		.action(
			answer((options: Options) => withLedger(context, options.ledger, (book) => verify(book, context.cwd, options)))
		);
	registerDecisions(ledger, context, answer);
};

async function show(ledger: Ledger): Promise<Answer> {
	const history = await ledger.history();
	const officers = await ledger.officers();
	const accounts = history.accounts.map((a) => [`${a.lineage}, ${a.unit}, ${a.scope}`, a.spent, a.cap]);
	const entries = history.entries.map((e) => [`${e.entry}`, e.at, e.lineage, e.period, e.description, e.state, e.rho]);
	return {
		json: { ...history, officers },
		text: [
			...columns([['account', 'spent (rho)', 'cap (rho)'], ...accounts]),
			'',
			...columns([['entry', 'when', 'population', 'period', 'what', 'state', 'rho'], ...entries]),
			'',
			officers.length === 0
				? 'Nobody is named as officer of this budget yet: whoever can reach the ledger can raise its caps.'
				: `Officers, two of whom must agree on a higher cap: ${officers.map(({ name }) => name).join(', ')}.`
		].join('\n')
	};
}

async function verify(ledger: Ledger, cwd: string, { checkpoint, bundle }: Options): Promise<Answer> {
	const file = checkpoint === undefined ? undefined : resolve(cwd, checkpoint);
	if (file !== undefined && !existsSync(file))
		throw new InputError(`The checkpoint ${checkpoint} does not exist. Give the path of an existing file.`);
	const verified = await ledger.verify(file);
	const problems = [...verified.problems, ...(bundle === undefined ? [] : await strangers(ledger, cwd, bundle))];
	const ok = problems.length === 0;
	return {
		json: { ...verified, ok, problems },
		text: ok
			? `The ledger is whole: ${verified.entries} entries verified.`
			: `The ledger is NOT whole:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
		exitCode: ok ? 0 : 3
	};
}

/** A bundle that the ledger does not know was changed, or was made of another ledger. */
async function strangers(ledger: Ledger, cwd: string, bundle: string): Promise<string[]> {
	const manifest = await readFile(join(resolve(cwd, bundle), 'manifest.json')).catch(() => {
		throw new InputError(`${bundle} holds no manifest.json: it is not a release bundle.`);
	});
	const hash = createHash('sha256').update(manifest).digest('hex');
	const { entries } = await ledger.history();
	return entries.some(({ bundles }) => bundles.includes(hash))
		? []
		: [`the bundle ${bundle} is not one that this ledger wrote down`];
}
