import { resolve } from 'node:path';
import { publishRelease, type PublishedRelease } from '../pipeline.ts';
import { readBundle, requireSigned } from '../release/bundle.ts';
import { openStore } from '../store/store.ts';
import type { Register } from './command.ts';
import { databaseUrl } from './options.ts';
import { trustOf } from './signing.ts';

export const registerPublish: Register = (program, context, answer) => {
	program
		.command('publish')
		.description(
			'Verifies a bundle and its signature, makes consistent figures, computes early warning from them and from earlier\n' +
				'releases of the same specification, and stores all of it in one transaction.'
		)
		.argument('<bundle>', 'folder of a release bundle')
		.option('--database <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)')
		.option('--draft', 'store it as a draft, which nobody sees until "voorzicht releases" checks and publishes it')
		.option(
			'--again',
			'bring the figures of a replaced version back, as a new version; without it such a bundle is refused'
		)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht publish vrijgave-2023 --database postgres://user:password@host:5432/voorzicht\n\nOnly a bundle with a good signature is published: by one of the public keys (PEM) in the file VOORZICHT_TRUSTED_KEYS, or else\nby the key that signs here.'
		)
		.action(
			answer(async (folder: string, options: { database?: string; draft?: true; again?: true }) => {
				// Verified first: a folder that is no bundle leaves no database behind.
				const unverified = await readBundle(resolve(context.cwd, folder));
				const bundle = requireSigned(unverified, (await trustOf(context)).keys);
				const store = await openStore(databaseUrl(context, options.database), { again: options.again === true });
				try {
					const step = context.progress.step('Publishing');
					const published = await publishRelease(bundle, store, options.draft ? 'draft' : 'published');
					step.done();
					return { json: published, text: inWords(published) };
				} finally {
					await store.close();
				}
			})
		);
};

function inWords(published: PublishedRelease): string {
	const { already, spec, period, version, state, figures, signals, release, unwatched } = published;
	const name = `${spec}, ${period}, version ${version}`;
	if (already) return `This bundle is stored already: ${name}, ${state}.`;
	const size = `${figures} figures, ${signals} signals`;
	if (state === 'draft')
		return `Stored as draft ${release}: ${name}: ${size}. Next: voorzicht releases list, releases check ${release}, releases publish ${release}.`;
	const none =
		figures === 0 ? ' The specification names no indicators, so the dashboard has nothing to show of it.' : '';
	const alone = unwatched === null ? '' : ` Early warning watches no series of it: ${unwatched}.`;
	return `Published ${name}: ${size}.${none}${alone}`;
}
