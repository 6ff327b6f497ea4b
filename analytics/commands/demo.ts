import { join, resolve } from 'node:path';
import { osEntropy } from 'diffprivlib-js';
import { measureRelease, publishRelease } from '../pipeline.ts';
import { loadSpecification, type Specification } from '../specification/load.ts';
import { readBundle, requireSigned } from '../release/bundle.ts';
import { openStore } from '../store/store.ts';
import { synthesize } from '../synthetic/synthesize.ts';
import { auditInBackground } from './background-audit.ts';
import type { Context, Register } from './command.ts';
import { withPeriod } from './measure.ts';
import { databaseUrl, DATA_FOLDER, openLedgerOf, wholeNumber } from './options.ts';
import { serve } from './serve.ts';
import { signerOf } from './signing.ts';
import { requireFreePort } from './web-server.ts';

const SPECIFICATION = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const YEARS = [2021, 2023] as const;
const SEED = 1;
/** What the specification reads: writing the other tables would take longer than the release. */
const TABLES = [
	'GBAPERSOONTAB',
	'GBAHUISHOUDENSBUS',
	'GBAADRESOBJECTBUS',
	'VSLGWBTAB',
	'KOPPELPERSOONHUISHOUDEN',
	'INHATAB',
	'SCHULDENPROBLEMATIEKTAB'
];

const NOTICE = {
	nl: 'Deze cijfers zijn verzonnen. Ze gaan over een bedacht Nederland en zijn alleen bedoeld om te laten zien hoe Voorzicht werkt.',
	en: 'These figures are invented. They are about an imaginary Netherlands and only show how Voorzicht works.'
};

interface Options {
	port: number;
	persons: number;
	data: string;
	serve: boolean;
}

export const registerDemo: Register = (program, context, answer) => {
	program
		.command('demo')
		.description(
			'The whole way on invented data: a synthetic Netherlands -> checks -> plan -> charge -> measure -> publish -> dashboard.\n' +
				'A later start keeps the data and only serves them. Beside the first one, a short audit of the privacy claim runs.'
		)
		.option('--port <n>', 'port on this machine', wholeNumber('--port', 1, 65_535), 3000)
		.option('--persons <n>', 'number of invented persons', wholeNumber('--persons', 1_000, 18_000_000), 1_000_000)
		.option('--data <dir>', 'folder of everything that is made', DATA_FOLDER)
		.option('--no-serve', 'make and publish only')
		.action(answer((options: Options) => run(context, options)));
};

async function run(context: Context, options: Options) {
	const data = resolve(context.cwd, options.data);
	// Looked at first: minutes of work should not end at a port that is taken.
	if (options.serve) await requireFreePort(options.port);
	const store = await openStore(databaseUrl(context, undefined, data));
	try {
		const specification = await loadSpecification(SPECIFICATION);
		const periods = await store.periods(specification.spec.id);
		const missing = years().filter((year) => !periods.includes(year));
		if (missing.length > 0) await makeReleases(context, options, data, missing, store);
		if (options.serve)
			await serve(context, await store.readerUrl(), options.port, (stop) =>
				auditInBackground(store, context.progress, stop)
			);
		const { id } = specification.spec;
		return {
			json: { release: id, periods: years(), data },
			text: `Release ${id} of ${years().join(', ')} is published; all data are in ${data}.`
		};
	} finally {
		await store.close();
	}
}

function years(): string[] {
	const [first, last] = YEARS;
	return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

type Store = Awaited<ReturnType<typeof openStore>>;

async function makeReleases(
	context: Context,
	options: Options,
	data: string,
	periods: readonly string[],
	store: Store
) {
	const { progress } = context;
	const microdata = join(data, 'microdata');
	progress.say(`Making the demonstration: ${options.persons.toLocaleString('en')} invented persons in ${data}`);
	const making = progress.step('Synthetic Netherlands');
	await synthesize({
		persons: options.persons,
		years: [...YEARS],
		seed: SEED,
		out: microdata,
		formats: ['parquet'],
		tables: TABLES,
		progress: (share) => making.report(share)
	});
	making.done();
	const signer = await signerOf(context, data);
	const ledger = await openLedgerOf(context, undefined, data);
	try {
		for (const period of periods) {
			const step = progress.step(`Release of ${period}: check, plan, charge, measure, publish`);
			const specification = withNotice(withPeriod(await loadSpecification(SPECIFICATION), period));
			const bundle = join(data, 'bundles', `${specification.spec.id}-${period}`);
			const { plan } = await measureRelease({
				specification,
				place: microdata,
				ledger: async () => ledger,
				entropy: osEntropy(),
				signer,
				out: bundle
			});
			const { figures } = await publishRelease(requireSigned(await readBundle(bundle), signer.trusted), store);
			step.done(`rho ${plan.rho} charged, ${figures.toLocaleString('en')} figures published`);
		}
	} finally {
		await ledger.close();
	}
}

/** Whoever sees an invented figure must see that it is invented. */
function withNotice(specification: Specification): Specification {
	return { ...specification, spec: { ...specification.spec, notice: NOTICE } };
}
