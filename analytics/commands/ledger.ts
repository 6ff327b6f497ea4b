import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Answer, Register } from './command.ts';
import { registerDecisions } from './ledger-decisions.ts';
import { ledgerOption, withLedger } from './options.ts';
import { columns } from './plan.ts';

interface Options {
	ledger?: string;
	checkpoint?: string;
	earlier?: boolean;
	bundle?: string[];
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
			'Verifies the chain of entries, the sums of the accounts, the stored answers, and the checkpoint outside the database. Exit code 3 when something is wrong. The same without this program: node analytics/ledger/verify/main.ts --help.'
		)
		.option(...ledgerOption)
		.option('--checkpoint <file>', 'checkpoint to verify against (default: the one of this ledger)')
		.option('--earlier', 'the checkpoint is a copy of some time ago, and the ledger may have gone on')
		.option('--bundle <dir...>', 'look as well whether these bundles are ones that the ledger wrote down')
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

async function verify(ledger: Ledger, cwd: string, { checkpoint, earlier, bundle = [] }: Options): Promise<Answer> {
	const file = checkpoint === undefined ? undefined : resolve(cwd, checkpoint);
	if (file !== undefined && !existsSync(file))
		throw new InputError(`The checkpoint ${checkpoint} does not exist. Give the path of an existing file.`);
	const bundles = bundle.map((folder) => resolve(cwd, folder));
	const stranger = bundles.find((folder) => !existsSync(join(folder, 'manifest.json')));
	if (stranger !== undefined) throw new InputError(`${stranger} holds no manifest.json: it is not a release bundle.`);
	const result = await ledger.verify({
		...(file === undefined ? {} : { checkpoint: file }),
		isEarlier: earlier === true,
		bundles
	});
	return {
		json: result,
		text: result.ok
			? `The ledger is whole: ${result.entries} entries verified.`
			: `The ledger is NOT whole:\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
		exitCode: result.ok ? 0 : 3
	};
}
