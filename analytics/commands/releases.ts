import type { ReleaseState } from '../contract/release-state.ts';
import { InputError } from '../errors.ts';
import { openStore, type Store, type StoredRelease } from '../store/store.ts';
import type { Answer, Register } from './command.ts';
import { databaseUrl } from './options.ts';
import { columns } from './plan.ts';

interface Options {
	database?: string;
}

const DATABASE = ['--database <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)'] as const;

export const registerReleases: Register = (program, context, answer) => {
	const releases = program
		.command('releases')
		.description(
			'Lists releases with their state, and takes them further: draft -> checked -> published -> superseded. So one person\n' +
				'can store a release (publish --draft), and another one look at it and publish it.'
		);
	const withStore = async (options: Options, work: (store: Store) => Promise<Answer>) => {
		const store = await openStore(databaseUrl(context, options.database));
		try {
			return await work(store);
		} finally {
			await store.close();
		}
	};
	releases
		.command('list')
		.description(
			'Prints every release of the database, drafts included; with --json when and by whom it got where it is.'
		)
		.option(...DATABASE)
		.action(answer((options: Options) => withStore(options, list)));
	releases
		.command('check')
		.description('Marks drafts as checked. The database refuses a draft of which a figure or signal is missing.')
		.argument('<id...>', 'numbers of releases; all of them take the step, or none')
		.option(...DATABASE)
		.action(answer((ids: string[], options: Options) => withStore(options, step(ids, 'checked'))));
	releases
		.command('publish')
		.description('Publishes checked releases: from now on they are the figures of their periods.')
		.argument('<id...>', 'numbers of releases; all of them take the step, or none')
		.option(...DATABASE)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht publish vrijgave-2023 --draft\n  voorzicht releases list\n  voorzicht releases check 4\n  voorzicht releases publish 4'
		)
		.action(answer((ids: string[], options: Options) => withStore(options, step(ids, 'published'))));
};

async function list(store: Store): Promise<Answer> {
	const all = await store.releases();
	return { json: { releases: all }, text: all.length === 0 ? 'There is no release yet.' : table(all).join('\n') };
}

function step(ids: readonly string[], to: Extract<ReleaseState, 'checked' | 'published'>) {
	return async (store: Store): Promise<Answer> => {
		const releases = await store.advance(ids.map(numberOf), to);
		return { json: { releases }, text: table(releases).join('\n') };
	};
}

function numberOf(text: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text))
		throw new InputError('A release is named by its number. See: voorzicht releases list');
	return Number(text);
}

function table(releases: readonly StoredRelease[]): string[] {
	const rows = releases.map((r) => [
		...[String(r.id), r.spec, r.period, String(r.version), r.state, r.status],
		...[r.figures, r.tested, r.signals].map(String),
		...[r.integrityP === null ? '-' : r.integrityP.toPrecision(2), String(r.rho)],
		...[r.history.at(-1)!.at.slice(0, 16).replace('T', ' '), r.history.at(-1)!.login]
	]);
	const head = ['id', 'release', 'period', 'version', 'state', 'status', 'figures', 'tested', 'signals', 'integrity p'];
	return columns([[...head, 'rho', 'since', 'by'], ...rows]);
}
